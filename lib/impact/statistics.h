#pragma once

#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "diagnostics/source.h"
#include "impact/breakdown.h"
#include "text/language.h"
#include "text/table.h"

namespace pes {

/// What the statistics are made from, and for whom.
struct StatisticsInput {
  std::span<const Total> ledger;
  std::span<const Record> records;
  const SourceFiles& files;
  Language language = Language::fr;
  Cut cut = {};             ///< Only this part of every total.
  bool for_public = false;  ///< Small numbers of people masked, as on the website.
};

/// For people: every indicator with its wording, its date, its sources, and a bar per programme.
///
/// Shape: at most 80 columns.
std::string statistics_overview(const StatisticsInput& input);

/// The same as a table: a row for each indicator, followed by one for each of its programmes.
Table overview_table(const StatisticsInput& input);

/// Every indicator by one dimension: a row a key, a column an indicator; then what is not
/// attributed, and the totals where parts add up to them.
Table breakdown_table(const StatisticsInput& input, Dimension dimension);

/// One table for each indicator that adds up, by two dimensions, with sums.
///
/// Errors: nothing for an indicator of people whose table would give somebody away to the public.
std::vector<Table> cross_tables(const StatisticsInput& input, Dimension rows, Dimension columns);

/// Everything that a total is made of, with file and line, and what its statements cover.
Table origin_table(const StatisticsInput& input, const Total& total);

/// Every indicator in two years, with the difference.
Table comparison_table(const StatisticsInput& input, int before, int after);

/// The years that some figure speaks of, rising.
std::vector<int> years_of(const StatisticsInput& input);

}  // namespace pes
