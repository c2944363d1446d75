#pragma once

#include <optional>
#include <string_view>

#include "text/language.h"

namespace pes {

/// Units: characters.
inline constexpr std::size_t longest_alternative = 150;

/// Why a text cannot stand for a picture, if it cannot: it is empty, too long, the name of a file,
/// a word such as « photo », or the caption again.
///
/// Source: RGAA 4.1, criteria 1.3 and 1.9.
std::optional<Text> alternative_fault(std::string_view alternative, std::string_view file,
                                      std::string_view caption);

}  // namespace pes
