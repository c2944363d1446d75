#pragma once

#include <string>
#include <vector>

#include "publish/output_file.h"
#include "site/page.h"

namespace pes {

/// The files of /donnees/: figures and records for programs and for spreadsheets, and
/// `datapackage.json`, which describes them.
///
/// Records that name a person are there only if the consent covers `donnees`. Figures are masked as
/// on the pages. The files for French spreadsheets have semicolons, decimal commas and a byte-order
/// mark, and no text of theirs is taken for a formula.
///
/// Source: RFC 4180 (CSV); Frictionless Data Package and Table Schema 1.0.
std::vector<OutputFile> open_data(const Site& site);

/// Their paths in the output.
std::vector<std::string> open_data_paths();

}  // namespace pes
