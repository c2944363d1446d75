#include "inspect/page_check.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>

#include "inspect/css_references.h"
#include "inspect/link_check.h"
#include "inspect/page_facts.h"
#include "inspect/page_findings.h"
#include "inspect/published_files.h"

namespace pes {

namespace {

// A place on a page that an address asks for.
struct PlaceUse {
  std::size_t file = 0;
  std::string id;
  std::string url;  // as written
};

// What is known of a page once it was read and its addresses were followed.
struct CheckedPage {
  std::size_t file = 0;
  std::size_t elements = 0;
  std::vector<std::string> ids;  // sorted
  std::vector<PageFinding> findings;
  std::vector<std::size_t> loaded;  // files
  std::vector<std::size_t> lazy;
  std::vector<PlaceUse> places;  // can be looked for when all pages were read
};

class PageChecker {
 public:
  PageChecker(const Site& site, std::span<const OutputFile> files, const Workers& workers)
      : site_(site),
        contents_(files),
        files_(files),
        pages_(site.pages.size()),
        page_of_file_(files.size()) {
    read_pages(workers);
  }

  void check() {
    LinkChecker links(site_.base, files_);
    for (const std::size_t sheet : files_.style_sheets()) look_at_style_sheet(sheet, links);
    for (std::size_t i = 0; i < pages_.size(); ++i) {
      const Page& page = site_.pages[i];
      for (const PageFinding& finding : pages_[i].findings) {
        if (!is_told_before(page, finding)) findings_.add(page.layout, page.address, finding);
      }
      for (const PlaceUse& use : pages_[i].places) {
        if (has_place(use)) continue;
        findings_.add(page.layout, page.address, {Rule::broken_page_anchor, use.url, use.url});
      }
      weigh(page, pages_[i]);
    }
  }

  [[nodiscard]] const PageFindings& findings() const { return findings_; }
  [[nodiscard]] std::span<const PageLoad> loads() const { return loads_; }

 private:
  using Use = PageReference::Use;

  // No page needs another for this, and nothing that is large is kept of any.
  void read_pages(const Workers& workers) {
    std::vector<HtmlReader> readers(workers.count());
    std::vector<LinkChecker> links(workers.count(), LinkChecker(site_.base, files_));
    for (std::size_t i = 0; i < pages_.size(); ++i) {
      pages_[i].file = files_.find("/" + file_of_address(site_.pages[i].address)).value();
      page_of_file_[pages_[i].file] = i;
    }
    workers.for_ranges(pages_.size(), [&](std::size_t begin, std::size_t end, unsigned worker) {
      for (std::size_t i = begin; i < end; ++i) {
        PageFacts facts = read_page(readers[worker], contents_[pages_[i].file].bytes);
        follow_links(facts, site_.pages[i], links[worker], pages_[i]);
        pages_[i].elements = facts.elements;
        pages_[i].ids = std::move(facts.ids);
        std::move(facts.findings.begin(), facts.findings.end(),
                  std::back_inserter(pages_[i].findings));
      }
    });
  }

  void follow_links(const PageFacts& facts, const Page& page, LinkChecker& links,
                    CheckedPage& checked) const {
    const std::string from = start_of(facts, page);
    for (const PageReference& reference : facts.references) {
      const LinkEnd end = links.end_of(reference.url, from);
      if (const auto mistake = LinkChecker::mistake_of(end, reference.use)) {
        checked.findings.push_back({*mistake, reference.url, reference.url});
      }
      if (!end.file) continue;
      if (!end.fragment.empty()) checked.places.push_back({*end.file, end.fragment, reference.url});
      if (*end.file == checked.file) continue;
      if (reference.use == Use::loaded) add(*end.file, checked.loaded);
      if (reference.use == Use::lazy) add(*end.file, checked.lazy);
    }
  }

  // Only pages have places; `#…` behind other files is not looked at.
  [[nodiscard]] bool has_place(const PlaceUse& use) const {
    const auto page = page_of_file_[use.file];
    if (!page || use.id.empty()) return true;
    const std::vector<std::string>& ids = pages_[*page].ids;
    return std::binary_search(ids.begin(), ids.end(), use.id);
  }

  void look_at_style_sheet(std::size_t sheet, LinkChecker& links) {
    const std::string address = "/" + files_.path(sheet);
    for (const std::string& url : css_references(files_.bytes(sheet))) {
      const LinkEnd end = links.end_of(url, address);
      if (const auto mistake = LinkChecker::mistake_of(end, Use::loaded)) {
        findings_.add("", address, {*mistake, url, url});
      }
      if (end.file && !has_place({*end.file, end.fragment, url})) {
        findings_.add("", address, {Rule::broken_page_anchor, url, url});
      }
      if (end.file) needed_by_[sheet].push_back(*end.file);
    }
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

  void weigh(const Page& page, const CheckedPage& checked) {
    PageLoad load;
    load.record = page.entry && page.groups.empty();
    load.tables = std::any_of(page.figures.begin(), page.figures.end(),
                              [](const Figure& figure) { return !figure.charts.empty(); });
    load.elements = checked.elements;
    std::vector<std::size_t> loaded;
    for (const std::size_t file : checked.loaded) add_with_needs(file, loaded);
    load.requests = 1 + loaded.size();
    load.html = contents_[checked.file].bytes;
    for (const std::size_t file : checked.lazy) add(file, loaded);
    for (const std::size_t file : loaded) load.resources += files_.weight(file);
    loads_.push_back(load);
  }

  const Site& site_;
  std::span<const OutputFile> contents_;
  PublishedFiles files_;
  std::vector<CheckedPage> pages_;  // index by index with those of the site
  std::vector<std::optional<std::size_t>> page_of_file_;
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
