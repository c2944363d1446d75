#include "inspect/page_check.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "inspect/css_references.h"
#include "inspect/link_check.h"
#include "inspect/page_facts.h"
#include "inspect/page_findings.h"
#include "inspect/published_files.h"

namespace pes {

namespace {

// Reading is nine tenths of the work, and no page needs another for it.
void read_all(std::span<ReadPage> pages, std::span<const OutputFile> files,
              const Workers& workers) {
  constexpr std::size_t longest = 64;
  std::vector<HtmlReader> readers(workers.count());
  workers.for_ranges(pages.size(), longest,
                     [&](std::size_t begin, std::size_t end, unsigned worker) {
                       for (std::size_t i = begin; i < end; ++i) {
                         pages[i].facts = read_page(readers[worker], files[pages[i].file].bytes);
                       }
                     });
}

// What following the addresses of a page tells.
struct PageLinks {
  std::vector<PageFinding> mistakes;
  std::vector<std::size_t> loaded;  // files, with what style sheets ask for
  std::vector<std::size_t> lazy;
};

class PageChecker {
 public:
  PageChecker(const Site& site, std::span<const OutputFile> files, const Workers& workers)
      : site_(site), contents_(files), files_(files), workers_(workers) {
    for (const Page& page : site.pages) {
      pages_.push_back(
          {page.address, files_.find("/" + file_of_address(page.address)).value(), {}});
    }
    read_all(pages_, files, workers);
  }

  void check() {
    LinkChecker links(site_.base, files_, pages_);
    for (const std::size_t sheet : files_.style_sheets()) look_at_style_sheet(sheet, links);
    std::vector<PageLinks> found(pages_.size());
    constexpr std::size_t longest = 256;
    std::vector<LinkChecker> of_workers(workers_.count(), links);
    workers_.for_ranges(pages_.size(), longest,
                        [&](std::size_t begin, std::size_t end, unsigned worker) {
                          for (std::size_t i = begin; i < end; ++i)
                            found[i] = follow_links(i, of_workers[worker]);
                        });
    for (std::size_t i = 0; i < pages_.size(); ++i) {
      const Page& page = site_.pages[i];
      for (const PageFinding& finding : pages_[i].facts.findings) {
        if (!is_told_before(page, finding)) findings_.add(page.layout, page.address, finding);
      }
      for (const PageFinding& mistake : found[i].mistakes) {
        findings_.add(page.layout, page.address, mistake);
      }
      weigh(page, i, found[i]);
    }
  }

  [[nodiscard]] const PageFindings& findings() const { return findings_; }
  [[nodiscard]] std::span<const PageLoad> loads() const { return loads_; }

 private:
  using Use = PageReference::Use;

  void look_at_style_sheet(std::size_t sheet, LinkChecker& links) {
    const std::string address = "/" + files_.path(sheet);
    for (const std::string& url : css_references(files_.bytes(sheet))) {
      const LinkEnd end = links.end_of(url, address);
      if (const auto mistake = LinkChecker::mistake_of(end, Use::loaded)) {
        findings_.add("", address, {*mistake, url, url});
      }
      if (end.file) needed_by_[sheet].push_back(*end.file);
    }
  }

  [[nodiscard]] PageLinks follow_links(std::size_t index, LinkChecker& links) const {
    const PageFacts& facts = pages_[index].facts;
    const std::string from = start_of(facts, site_.pages[index]);
    PageLinks found;
    for (const PageReference& reference : facts.references) {
      const LinkEnd end = links.end_of(reference.url, from);
      if (const auto mistake = LinkChecker::mistake_of(end, reference.use)) {
        found.mistakes.push_back({*mistake, std::string(reference.url), reference.url});
      }
      if (!end.file || *end.file == pages_[index].file) continue;
      if (reference.use == Use::loaded) add_with_needs(*end.file, found.loaded);
      if (reference.use == Use::lazy) add(*end.file, found.lazy);
    }
    return found;
  }

  // A skipped level in a text is a warning at its line.
  [[nodiscard]] bool is_told_before(const Page& page, const PageFinding& finding) const {
    if (finding.rule != Rule::heading_order || !page.entry) return false;
    const auto& anchors = site_.entries[*page.entry].body.body.anchors;
    return !finding.subject.empty() &&
           std::find(anchors.begin(), anchors.end(), finding.subject) != anchors.end();
  }

  // The address that relative ones start from.
  [[nodiscard]] std::string start_of(const PageFacts& facts, const Page& page) const {
    if (facts.base.empty()) return page.address;
    const PageAddress base = follow(facts.base, page.address, site_.base);
    return base.where == PageAddress::Where::here ? base.path : page.address;
  }

  // True if it was not there.
  static bool add(std::size_t file, std::vector<std::size_t>& into) {
    if (std::find(into.begin(), into.end(), file) != into.end()) return false;
    into.push_back(file);
    return true;
  }

  // A style sheet comes with what it asks for, whether this page uses it or not.
  void add_with_needs(std::size_t file, std::vector<std::size_t>& into) const {
    if (!add(file, into)) return;
    const auto needs = needed_by_.find(file);
    if (needs == needed_by_.end()) return;
    for (const std::size_t need : needs->second) add_with_needs(need, into);
  }

  void weigh(const Page& page, std::size_t index, PageLinks& links) {
    PageLoad load;
    load.record = page.entry && page.groups.empty();
    load.tables = std::any_of(page.figures.begin(), page.figures.end(),
                              [](const Figure& figure) { return !figure.charts.empty(); });
    load.elements = pages_[index].facts.elements;
    load.requests = 1 + links.loaded.size();
    load.html = contents_[pages_[index].file].bytes;
    for (const std::size_t file : links.lazy) add(file, links.loaded);
    for (const std::size_t file : links.loaded) load.resources += files_.weight(file);
    loads_.push_back(load);
  }

  const Site& site_;
  std::span<const OutputFile> contents_;
  PublishedFiles files_;
  const Workers& workers_;
  std::vector<ReadPage> pages_;  // index by index with those of the site
  std::map<std::size_t, std::vector<std::size_t>> needed_by_;  // style sheet → files
  PageFindings findings_;
  std::vector<PageLoad> loads_;
};

Text name_of(Measure measure) {
  switch (measure) {
    case Measure::elements:
      return {"éléments", "elements"};
    case Measure::requests:
      return {"requêtes", "requests"};
    case Measure::html:
      return {"octets de HTML compressé", "bytes of compressed HTML"};
    case Measure::weight:
      return {"octets en tout", "bytes in all"};
  }
  return {};
}

// One warning for each template and measure, with the heaviest page.
void report_overweight(const Site& site, std::span<const Weighing> over,
                       const TemplatePlaces& places, Diagnostics& out) {
  std::map<std::pair<std::string, Measure>, std::pair<Weighing, std::size_t>> groups;
  for (const Weighing& weighing : over) {
    const auto [group, fresh] = groups.try_emplace(
        {site.pages[weighing.page].layout, weighing.measure}, weighing, std::size_t{0});
    ++group->second.second;
    if (weighing.value > group->second.first.value) group->second.first = weighing;
  }
  for (const auto& [key, group] : groups) {
    const auto& [worst, pages] = group;
    const Text name = name_of(worst.measure);
    out.add(Rule::over_budget, places.find(key.first, ""),
            {Arg(fmt::format("{} {} ; budget : {}", worst.value, name.fr, worst.limit),
                 fmt::format("{} {}; budget: {}", worst.value, name.en, worst.limit)),
             page_place(key.first, site.pages[worst.page].address, pages)});
  }
}

}  // namespace

std::vector<WorstPage> check_pages(const Site& site, std::span<const OutputFile> files,
                                   const PageRules& rules, const Workers& workers,
                                   Diagnostics& out) {
  PageChecker checker(site, files, workers);
  checker.check();
  const TemplatePlaces places(rules.templates, rules.sources);
  checker.findings().report(places, out);
  Scales scales(checker.loads(), rules.budgets, workers);
  report_overweight(site, scales.overweight(), places, out);
  std::vector<WorstPage> worst;
  for (const Weighing& found : scales.worst()) {
    worst.push_back({site.pages[found.page].address, found.measure, found.value, found.limit});
  }
  return worst;
}

}  // namespace pes
