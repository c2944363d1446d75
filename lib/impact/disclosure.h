#pragma once

#include <optional>
#include <span>
#include <vector>

#include "impact/breakdown.h"

namespace pes {

/// How a part of a published total is shown.
enum class Shown : std::uint8_t {
  value,
  few,    ///< « moins de 3 »: one or two people.
  hidden  ///< Not at all, so that the others and the total do not give a small part away.
};

/// The cells of a table as they may be published.
using Mask = std::vector<std::vector<Shown>>;

/// Decides what of a table of people may be published beside its sums.
///
/// Cells of one or two are `few`, and enough others are `hidden` that every masked cell could hold
/// another number without anything shown being different: somewhere one person more in one cell and
/// one less in another fits all sums and all labels.
///
/// Shape:  rows of equal length. The mask has one more row and one more column for the sums; the
///         grand total is always shown. Nothing where no mask protects, so that the table must not
///         be published at all.
/// Source: complementary cell suppression; the exchanges used here are rectangles of four cells.
std::optional<Mask> protect_table(const std::vector<std::vector<Decimal>>& table);

/// The same for cells that add up to a known total.
std::optional<std::vector<Shown>> protect_cells(std::span<const Decimal> cells);

/// A breakdown as it may be published.
struct PublicBreakdown {
  Breakdown breakdown;
  std::vector<Shown> shown;  ///< One for each part, then one for the rest; as many as there are.
};

/// How a part is shown.
///
/// Shape: `part` is one of `published.breakdown.parts`.
Shown shown_of(const PublicBreakdown& published, const Part& part);

/// True if anything is not shown as its value.
bool is_masked(const PublicBreakdown& published);

/// What may be published of a breakdown of `total`. Parts of what is no people are all shown, and
/// so are the years of stocks and rates, each of which is a total of its own.
///
/// Shape: nothing where the breakdown would give somebody away, or has no part.
std::optional<PublicBreakdown> make_public(const Total& total, Breakdown breakdown);

/// True for one or two people.
bool is_few(const Indicator& indicator, Decimal value);

}  // namespace pes
