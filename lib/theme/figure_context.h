#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "site/page.h"

namespace pes {

/// What a template can use of a figure, with its origins and its charts.
nlohmann::json figure_context(const Site& site, const Figure& figure);

/// The same of a chart; its `svg` is ready for the page.
nlohmann::json chart_context(const Site& site, const Chart& chart);

/// The files of open data: {titre, adresse, format} each.
nlohmann::json data_files_context(const Site& site);

/// The licence of the data, or null.
nlohmann::json licence_context(const Site& site);

}  // namespace pes
