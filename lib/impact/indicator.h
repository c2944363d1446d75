#pragma once

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

/// What adding up an indicator means.
enum class Nature : std::uint8_t {
  cumulative,  ///< Events: figures of different periods add up.
  stock,       ///< A state at a date: the latest one counts, years are never added.
  rate         ///< A numerator and a denominator of one cohort: never added, never averaged.
};

/// How staff write them: "pres-de", "taux"; empty for what is computed.
std::string_view precision_name(Precision precision);
std::string_view nature_name(Nature nature);

/// Something that the association counts.
struct Indicator {
  std::string id;
  std::string one;        ///< « personne accompagnée »; of a rate, what follows « 1 % ».
  std::string many;       ///< « personnes accompagnées »
  std::string counting;   ///< The counting rule in words.
  std::int64_t step = 0;  ///< Rounding step of the wording, in the indicator's unit; 0 for none.
  Nature nature = Nature::cumulative;
  bool people = true;      ///< Counts people, so that small parts are not published.
  bool fractions = false;  ///< Its figures may have decimals.
  Span span = {};          ///< Where its id is written.
};

/// The indicators of site.yml, in its order.
std::vector<Indicator> read_indicators(const Record& site);

/// The indicator of that id, or nullptr.
const Indicator* find_indicator(std::span<const Indicator> indicators, std::string_view id);

/// A figure as one record states it.
struct StatedFigure {
  Decimal value;                              ///< Of a rate, its numerator.
  Decimal base = {};                          ///< Of a rate, its denominator; else 0.
  Precision precision = Precision::computed;  ///< `computed` where the record says none.
  std::optional<int> cohort = {};             ///< Of a rate, where written.
  bool rate = false;                          ///< Written as a numerator and a denominator.
  Span span = {};                             ///< Where the name of the indicator is written.
};

/// What a record says of an indicator, in `impact` or, for a statement, in `chiffres`.
std::optional<StatedFigure> stated_figure(const Record& record, std::string_view indicator);

/// A programme's part in a statement.
struct StatedShare {
  std::string programme;
  StatedFigure figure;
};

/// How a statement divides an indicator between programmes, in its order; empty if it does not.
std::vector<StatedShare> stated_shares(const Record& record, std::string_view indicator);

/// Reports indicators declared twice, and figures that their indicator's nature does not allow.
///
/// Errors: decimals that the indicator does not declare; a stock or a rate outside a statement; a
/// rate that is no proportion or has no cohort; a
///         part by programme of what the statement does not count.
void check_figures(std::span<const Indicator> indicators, std::span<const Record> records,
                   Diagnostics& out);

}  // namespace pes
