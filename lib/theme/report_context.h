#pragma once

#include <nlohmann/json.hpp>
#include <span>
#include <string_view>

#include "site/page.h"

namespace pes {

/// The layout of the yearly report, in a theme of its own.
inline constexpr std::string_view report_layout = "rapport";

/// What the report of a year can use: its figures beside those of the year before, charts, what
/// each programme did, the testimonials whose consent covers reports, the counting rules and
/// sources.
///
/// Everything is as published: masked where the site masks, and nothing of a record that is not
/// shown.
nlohmann::json report_context(const Site& site, std::span<const Record> records, int year,
                              DecisionDay when);

/// The years that a report can be about, rising: those that a figure or a record speaks of.
std::vector<int> report_years(const Site& site);

}  // namespace pes
