#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace pes {

/// A colour in sRGB.
struct Colour {
  std::uint8_t red = 0;
  std::uint8_t green = 0;
  std::uint8_t blue = 0;
};

/// Reads "#rrggbb", in either case; nothing comes back for anything else.
std::optional<Colour> parse_colour(std::string_view text);

/// "#rrggbb"
std::string format_colour(Colour colour);

/// How much two colours stand out from each other.
///
/// Units:  from 1, none, to 21, black on white; never rounded.
/// Source: WCAG 2.2, contrast ratio and relative luminance.
double contrast_ratio(Colour a, Colour b);

/// A ratio for readers, with that decimal mark, cut after two decimals so that 4.4999 never looks
/// like 4.5.
std::string format_ratio(double ratio, char mark);

}  // namespace pes
