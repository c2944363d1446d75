#pragma once

#include <string>
#include <vector>

#include "site/page.h"
#include "text/table.h"

namespace pes {

/// A column of open data.
struct DataColumn {
  std::string name;
  std::string title;
  std::string type = "string";  ///< As in Table Schema.
  std::string format = {};
  bool required = false;
  bool list = false;  ///< Its cells join several values with `list_separator`.
};

inline constexpr std::string_view list_separator = " | ";

struct DataTable {
  std::vector<DataColumn> columns;
  std::vector<std::vector<Cell>> rows;  ///< Dates and booleans as Table Schema writes them.
};

/// Every published figure: totals, then their parts. Masked parts have no value and say so.
DataTable figure_table(const Site& site);

/// The published testimonials and projects: the columns follow from the table of kinds.
DataTable record_table(const Site& site);

}  // namespace pes
