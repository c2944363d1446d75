#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "records/record.h"
#include "text/number.h"

namespace pes {

/// How exactly a figure is known.
enum class Precision : std::uint8_t { computed, exact, nearly, more_than, about };

/// Something that the association counts.
struct Indicator {
  std::string id;
  std::string one;        ///< « personne accompagnée »
  std::string many;       ///< « personnes accompagnées »
  std::string counting;   ///< The counting rule in words.
  std::int64_t step = 0;  ///< Rounding step of the wording, in the indicator's unit; 0 for none.
};

/// The indicators of site.yml, in its order.
std::vector<Indicator> read_indicators(const Record& site);

/// A figure as one record states it.
struct StatedFigure {
  Decimal value;
  Precision precision = Precision::computed;  ///< `computed` where the record says none.
  Span span;                                  ///< Where the name of the indicator is written.
};

/// What a record says of an indicator, in `impact` or, for a statement, in `chiffres`.
std::optional<StatedFigure> stated_figure(const Record& record, std::string_view indicator);

/// One figure that a total is made of.
struct LedgerEntry {
  std::size_t record = 0;  ///< Index into the records that the ledger was made from.
  Decimal value;
};

/// A part of a total: of a programme (its slug) or of a year (its digits).
struct Share {
  std::string key;
  Decimal value;
};

/// One indicator, added up.
///
/// Shape: the shares of each breakdown and its rest add up to `value`.
struct Total {
  Indicator indicator;
  Decimal value;
  Precision precision = Precision::computed;  ///< As stated while one statement is all there is.
  std::vector<LedgerEntry> entries;           ///< Cumulative, then yearly, then records.
  std::vector<Share> by_programme;            ///< By rising key.
  Decimal no_programme;
  std::vector<Share> by_year;  ///< By rising year.
  Decimal no_year;
  std::optional<Date> as_of;  ///< The last day that a figure of this total covers, if all say one.
};

/// Adds up every indicator over everything that is not already covered by a statement.
///
/// Shape:  one Total for each indicator, in their order; figures of undeclared ones are ignored,
///         and so are those of drafts and before the day of `publication`.
/// Units:  the indicator's own; indicators are never added to each other.
/// Errors: two statements of the same kind over the same period, undated records where no
///         cumulative statement covers them, and totals that overflow are reported.
/// Source: content model, « Impact figures: counted once ».
std::vector<Total> make_ledger(std::span<const Indicator> indicators,
                               std::span<const Record> records, DecisionDay when, Diagnostics& out);

/// The share of one key, or nothing where the breakdown does not have it.
std::optional<Decimal> share_of(const std::vector<Share>& shares, std::string_view key);

}  // namespace pes
