#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "inspect/budget.h"
#include "inspect/link_check.h"
#include "inspect/page_facts.h"
#include "inspect/page_findings.h"
#include "inspect/published_files.h"
#include "publish/output_file.h"
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
/// Errors: everything of page_names.h, page_structure.h, page_safety.h and link_check.h; pages over
///         their budget are warnings. A mistake is told once for each template, with the first page
///         and the number of pages. Skipped levels that a text itself has were told before.
class PageCheck {
 public:
  /// Shape: `files` are all that will be published, by rising path; what pages hold is not needed
  ///        yet. All arguments outlive this.
  PageCheck(const Site& site, std::span<const OutputFile> files, const PageRules& rules,
            const Workers& workers);

  /// Reads some pages of the site, which need not stay in memory.
  ///
  /// Shape: `html` goes with `pages`, index by index.
  void read(std::span<const std::size_t> pages, std::span<const OutputFile> html);

  /// What is wrong, and one worst page for each measure. Every page was read, and `files` say now
  /// where each file is.
  std::vector<WorstPage> report(Diagnostics& out);

 private:
  // A place on a page that an address asks for.
  struct PlaceUse {
    std::size_t file = 0;
    std::string id;
    std::string url;  // as written
  };
  // What is known of a page once it was read and its addresses were followed.
  struct CheckedPage {
    std::size_t file = 0;
    std::size_t size = 0;  // bytes
    std::size_t elements = 0;
    std::vector<std::size_t> ids;  // their hashes, sorted
    std::vector<PageFinding> findings;
    std::vector<std::size_t> loaded;  // files
    std::vector<std::size_t> lazy;
    std::vector<PlaceUse> places;  // can be looked for when all pages were read
  };

  void follow_links(const PageFacts& facts, const Page& page, LinkChecker& links,
                    CheckedPage& checked) const;
  [[nodiscard]] bool has_place(const PlaceUse& use) const;
  void look_at_style_sheet(std::size_t sheet, LinkChecker& links);
  [[nodiscard]] bool is_told_before(const Page& page, const PageFinding& finding) const;
  [[nodiscard]] std::string start_of(const PageFacts& facts, const Page& page) const;
  void add_with_needs(std::size_t file, std::vector<std::size_t>& into) const;
  [[nodiscard]] PageLoad load_of(const Page& page, const CheckedPage& checked);

  const Site& site_;
  const PageRules& rules_;
  const Workers& workers_;
  PublishedFiles files_;
  std::vector<HtmlReader> readers_;  // by worker
  std::vector<LinkChecker> links_;   // by worker
  std::vector<CheckedPage> pages_;   // index by index with those of the site
  std::vector<std::optional<std::size_t>> page_of_file_;
  std::map<std::size_t, std::vector<std::size_t>> needed_by_;  // style sheet → files
  PageFindings findings_;
};

}  // namespace pes
