#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "impact/indicator.h"

namespace pes {

/// What becomes of a figure in its total.
enum class Standing : std::uint8_t {
  counted,   ///< The total is made of it.
  covered,   ///< Part of a statement that covers its period, so not added again.
  replaced,  ///< A state or a rate that a later one replaces.
  set_aside  ///< A yearly statement that a cumulative one covers only partly.
};

/// One figure that some record gives.
struct LedgerEntry {
  std::size_t record = 0;  ///< Index into the records that the ledger was made from.
  StatedFigure figure;
  std::optional<Date> first;  ///< First day that it speaks of; absent: since the beginning.
  std::optional<Date> last;   ///< Last day that it speaks of; absent: unknown, or no end.
  Standing standing = Standing::counted;
  std::optional<std::size_t> covered_by;  ///< Index into the entries of its total.
  bool statement = false;
};

/// One indicator, added up.
///
/// Shape: the figures of the counted entries add up to `value`, or are it where there is one.
struct Total {
  Indicator indicator;
  Decimal value;                              ///< Of a rate, its numerator.
  Decimal base = {};                          ///< Of a rate, its denominator; else 0.
  Precision precision = Precision::computed;  ///< As stated while one statement is all there is.
  std::vector<LedgerEntry> entries;           ///< Cumulative, then yearly, then records, by date.
  std::optional<Date> as_of;  ///< The last day that a figure of this total covers, if all say one.
};

/// What a ledger takes into account: everything by default.
struct LedgerWindow {
  std::optional<Date> from;      ///< Only what lies wholly on or after this day.
  std::optional<Date> to;        ///< Only what lies wholly on or before this day.
  std::optional<Date> known_on;  ///< The figures as they stood that day: nothing later.
};

/// Adds up every indicator over everything that is not already covered by a statement.
///
/// A statement is known from its `date`, else from the end of its period; a record from its `date`;
/// what has neither is always known, but lies in no bounded window.
///
/// Shape:  one Total for each indicator, in their order; figures of undeclared ones are ignored,
///         and so are those of drafts and before the day of `publication`. The order of `records`
///         does not matter.
/// Units:  the indicator's own; indicators are never added to each other.
/// Errors: figures that begin after the decision day, which do not count yet; two statements of the
///         same kind over the same period, statements that overlap, undated
///         records where no cumulative statement covers them, and totals that overflow.
/// Source: content model, « Impact figures: counted once ».
std::vector<Total> make_ledger(std::span<const Indicator> indicators,
                               std::span<const Record> records, DecisionDay when,
                               const LedgerWindow& window, Diagnostics& out);

/// The indexes of the entries that a statement covers directly, in their order.
std::vector<std::vector<std::size_t>> covered_entries(const Total& total);

}  // namespace pes
