#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "text/typography/galley.h"

namespace pes {

/// A quotation mark that becomes a French one.
struct Quote {
  enum class Role : std::uint8_t { opens, closes, opens_within, closes_within };

  Extent extent;
  Role role;
};

struct Quotes {
  std::vector<Quote> pairs;           ///< From left to right, both ends of each.
  std::vector<std::size_t> unpaired;  ///< Straight quotation marks without a partner.
};

/// Pairs the straight and English quotation marks of a block; those within guillemets or within
/// another pair are of the second level. Where one straight mark has no partner none is paired.
///
/// Shape: marks of inches and seconds, and those in `verbatim`, are none.
Quotes pair_quotes(std::string_view text, const std::vector<Extent>& verbatim);

/// First level « », with a narrow no-break space inside; second level “ ”.
void set_quote(Galley& galley, const Quote& quote);

}  // namespace pes
