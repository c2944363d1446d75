#pragma once

#include <span>
#include <string>
#include <vector>

#include "images/cache.h"
#include "pipeline.h"
#include "publish/output_file.h"
#include "schema/purpose.h"

namespace pes {

/// What files of a website are made from.
struct Making {
  const Settings& settings;
  const Content& content;
  const Plan& plan;
  Cache& cache;
  Diagnostics& out;
};

/// Files of the website that are made together, for one purpose.
struct OutputFamily {
  Purpose purpose;  ///< What everybody who is named in them must have agreed to.
  Text stage;       ///< What a listener is told while they are made.
  /// Where they lie, whether they are published this time or not: nothing else may lie there.
  std::vector<std::string> (*paths)(const Plan& plan);
  std::vector<OutputFile> (*make)(const Making& making);
};

/// Everything that is published besides the pages, which are made some after the other for
/// Purpose::site. An output without a row here is not made, and a row without a purpose does not
/// compile.
std::span<const OutputFamily> output_families();

/// The paths of all families, and of those that a theme brings along.
///
/// Shape: by rising path.
std::vector<std::string> other_paths(const Plan& plan);

/// Reports static files of a theme that would lie upon a page or a file of another family.
void check_static_files(const Plan& plan, Diagnostics& out);

}  // namespace pes
