#pragma once

#include <span>
#include <string>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "inspect/budget.h"
#include "publish/publication.h"
#include "publish/template_places.h"
#include "run/workers.h"
#include "site/page.h"

namespace pes {

/// What the pages are judged by.
struct PageRules {
  PageTemplates templates;
  const SourceFiles& sources;
  Budgets budgets;
};

/// The page of a site that is nearest to a limit, or farthest over it.
struct WorstPage {
  std::string address;
  Measure measure = Measure::elements;
  std::size_t value = 0;
  std::size_t limit = 0;
};

/// Reads every page that is about to be published as a browser would, and every style sheet.
///
/// Shape:  `files` by rising path. One worst page for each measure.
/// Errors: everything of page_names.h, page_structure.h, page_safety.h and link_check.h; pages over
///         their budget are warnings. A mistake is told once for each template, with the first page
///         and the number of pages. Skipped levels that a text itself has were told before.
std::vector<WorstPage> check_pages(const Site& site, std::span<const OutputFile> files,
                                   const PageRules& rules, const Workers& workers,
                                   Diagnostics& out);

}  // namespace pes
