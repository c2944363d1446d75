#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "console.h"
#include "inspect/budget.h"
#include "pipeline.h"

namespace pes {

/// What a publication amounts to.
///
/// Units: bytes; files without the mark of pes.
struct Amounts {
  std::size_t written = 0;
  std::size_t bytes = 0;
  std::size_t files = 0;
};

/// What a build tells at its end: what is online and what is not, why, and the day that decided.
///
/// Shape: of what is withheld, the name of the file and the reason alone.
std::string summarize(const Content& content, const Plan& plan, Date day, const Diagnostics& found,
                      const Amounts& made, const std::string& output, const Console& console);

/// A line with the page that is nearest to each limit.
std::string list_worst(const std::vector<WorstPage>& pages, const Console& console);

}  // namespace pes
