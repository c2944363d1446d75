#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "impact/disclosure.h"
#include "run/workers.h"

namespace pes {

/// What the website may show of one indicator.
struct PublishedTotal {
  const Total* total = nullptr;
  std::map<Dimension, PublicBreakdown> breakdowns;  ///< Only those that may be published.
  bool keeps_back = false;                          ///< Some breakdown may not.
};

/// Masks the breakdowns by programme, territory, theme and year of every total. By structure they
/// would mostly be the records themselves.
///
/// Shape: one for each total, in their order; they point into `ledger`. `shown` says of each record
///        whether it is published: names of places and themes that no published record bears are
///        not told, and their parts count as not attributed.
std::vector<PublishedTotal> publish_ledger(std::span<const Total> ledger,
                                           std::span<const Record> records,
                                           const std::vector<bool>& shown,
                                           const Workers& workers = Workers{});

/// A breakdown as it may be published, with names that published records bear.
std::optional<PublicBreakdown> publish_breakdown(const Total& total,
                                                 std::span<const Record> records,
                                                 const std::vector<bool>& shown,
                                                 Dimension dimension, const Cut& cut = {});

/// True if some part by programme, territory, theme or year is masked or kept back, so that single
/// figures behind the total must not be told either.
bool hides_something(const PublishedTotal& published);

/// A figure as it is published.
struct PublishedFigure {
  const Indicator* indicator = nullptr;
  Decimal value;
  Decimal base = {};
  Precision precision = Precision::computed;
  Shown shown = Shown::value;
};

/// « près de 2 600 », « moins de 3 ».
std::string word_number(const PublishedFigure& figure);

/// « personnes accompagnées »
const std::string& noun_for(const PublishedFigure& figure);

/// « près de 2 600 personnes accompagnées », « moins de 3 personnes accompagnées ».
std::string word_figure(const PublishedFigure& figure);

/// The part of a total that a page or a text may name; nothing if it has none or must hide it.
std::optional<PublishedFigure> published_part(const PublishedTotal& published, Dimension dimension,
                                              std::string_view key);

/// The total itself.
PublishedFigure published_total(const Total& total);

}  // namespace pes
