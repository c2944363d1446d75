#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "impact/ledger.h"
#include "site/page.h"

namespace pes {

/// The totals that are not zero, each with the published statements behind it.
std::vector<Figure> all_figures(std::span<const Total> ledger, std::span<const Record> records,
                                std::span<const Entry> entries);

/// The share of a programme in every total, where it has one.
std::vector<Figure> programme_figures(std::span<const Total> ledger, std::string_view slug);

/// The share of a year, written in digits, in every total.
std::vector<Figure> year_figures(std::span<const Total> ledger, std::string_view year);

/// The figures that a record itself gives, in the order of the indicators.
std::vector<Figure> record_figures(const Record& record, std::span<const Total> ledger);

}  // namespace pes
