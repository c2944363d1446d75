#include "inspect/page_check.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <iterator>

#include "inspect/css_references.h"

namespace pes {

namespace {

using Use = PageReference::Use;

// Of all pages together the ids themselves would be megabytes.
std::size_t hash_of(std::string_view id) { return std::hash<std::string_view>()(id); }

// True if it was not there.
bool add_once(std::size_t file, std::vector<std::size_t>& into) {
  if (std::find(into.begin(), into.end(), file) != into.end()) return false;
  into.push_back(file);
  return true;
}

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

PageCheck::PageCheck(const Site& site, std::span<const OutputFile> files, const PageRules& rules,
                     const Workers& workers)
    : site_(site),
      rules_(rules),
      workers_(workers),
      files_(files),
      readers_(workers.count()),
      links_(workers.count(), LinkChecker(site.base, files_)),
      pages_(site.pages.size()),
      page_of_file_(files.size()) {
  for (std::size_t i = 0; i < pages_.size(); ++i) {
    pages_[i].file = files_.find("/" + file_of_address(site.pages[i].address)).value();
    page_of_file_[pages_[i].file] = i;
  }
}

// No page needs another for this, and nothing that is large is kept of any.
void PageCheck::read(std::span<const std::size_t> pages, std::span<const OutputFile> html) {
  workers_.for_ranges(pages.size(), [&](std::size_t begin, std::size_t end, unsigned worker) {
    for (std::size_t i = begin; i < end; ++i) {
      CheckedPage& checked = pages_[pages[i]];
      PageFacts facts = read_page(readers_[worker], html[i].bytes);
      follow_links(facts, site_.pages[pages[i]], links_[worker], checked);
      checked.size = html[i].bytes.size();
      checked.elements = facts.elements;
      checked.ids.reserve(facts.ids.size());
      for (const std::string& id : facts.ids) checked.ids.push_back(hash_of(id));
      std::sort(checked.ids.begin(), checked.ids.end());
      std::move(facts.findings.begin(), facts.findings.end(), std::back_inserter(checked.findings));
    }
  });
}

std::vector<WorstPage> PageCheck::report(Diagnostics& out) {
  for (const std::size_t sheet : files_.style_sheets()) look_at_style_sheet(sheet, links_.front());
  std::vector<PageLoad> loads;
  for (std::size_t i = 0; i < pages_.size(); ++i) {
    const Page& page = site_.pages[i];
    const FileId record = page.entry ? site_.entries[*page.entry].record->file : no_file;
    const PageFindings::Where where{page.layout, page.address, record};
    for (const PageFinding& finding : pages_[i].findings) {
      if (!is_told_before(page, finding)) findings_.add(where, finding);
    }
    for (const PlaceUse& use : pages_[i].places) {
      if (has_place(use)) continue;
      findings_.add(where, {Rule::broken_page_anchor, use.url, use.url});
    }
    loads.push_back(load_of(page, pages_[i]));
  }
  const TemplatePlaces places(rules_.templates, rules_.sources);
  findings_.report(places, out);
  const auto html_of = [&](std::size_t page) { return files_.bytes(pages_[page].file); };
  Scales scales(loads, html_of, rules_.budgets, workers_);
  report_overweight(site_, scales.overweight(), places, out);
  std::vector<WorstPage> worst;
  for (const Weighing& found : scales.worst()) {
    worst.push_back({site_.pages[found.page].address, found.measure, found.value, found.limit});
  }
  return worst;
}

void PageCheck::follow_links(const PageFacts& facts, const Page& page, LinkChecker& links,
                             CheckedPage& checked) const {
  const std::string from = start_of(facts, page);
  for (const PageReference& reference : facts.references) {
    const LinkEnd& end = links.end_of(reference.url, from);
    if (const auto mistake = LinkChecker::mistake_of(end, reference.use)) {
      const std::string url(reference.url);
      checked.findings.push_back({*mistake, url, url});
    }
    if (!end.file) continue;
    if (*end.file == checked.file) {
      const bool there = std::binary_search(facts.ids.begin(), facts.ids.end(), end.fragment);
      if (end.fragment.empty() || there) continue;
      const std::string url(reference.url);
      checked.findings.push_back({Rule::broken_page_anchor, url, url});
      continue;
    }
    if (!end.fragment.empty()) {
      checked.places.push_back({*end.file, end.fragment, std::string(reference.url)});
    }
    if (reference.use == Use::loaded) add_once(*end.file, checked.loaded);
    if (reference.use == Use::lazy) add_once(*end.file, checked.lazy);
  }
}

// Only pages have places; `#…` behind other files is not looked at.
bool PageCheck::has_place(const PlaceUse& use) const {
  const auto page = page_of_file_[use.file];
  if (!page || use.id.empty()) return true;
  const std::vector<std::size_t>& ids = pages_[*page].ids;
  return std::binary_search(ids.begin(), ids.end(), hash_of(use.id));
}

void PageCheck::look_at_style_sheet(std::size_t sheet, LinkChecker& links) {
  const std::string address = "/" + files_.path(sheet);
  for (const std::string& url : css_references(files_.bytes(sheet))) {
    const LinkEnd end = links.end_of(url, address);
    if (const auto mistake = LinkChecker::mistake_of(end, Use::loaded)) {
      findings_.add({"", address}, {*mistake, url, url});
    }
    if (end.file && !has_place({*end.file, end.fragment, url})) {
      findings_.add({"", address}, {Rule::broken_page_anchor, url, url});
    }
    if (end.file) needed_by_[sheet].push_back(*end.file);
  }
}

// A skipped level in a text is a warning at its line.
bool PageCheck::is_told_before(const Page& page, const PageFinding& finding) const {
  if (finding.rule != Rule::heading_order || !page.entry) return false;
  const auto& anchors = site_.entries[*page.entry].body.body.anchors;
  return !finding.subject.empty() &&
         std::find(anchors.begin(), anchors.end(), finding.subject) != anchors.end();
}

// The address that relative ones start from.
std::string PageCheck::start_of(const PageFacts& facts, const Page& page) const {
  if (facts.base.empty()) return page.address;
  const PageAddress base = follow(facts.base, page.address, site_.base);
  return base.where == PageAddress::Where::here ? base.path : page.address;
}

// A style sheet comes with what it asks for, whether this page uses it or not.
void PageCheck::add_with_needs(std::size_t file, std::vector<std::size_t>& into) const {
  if (!add_once(file, into)) return;
  const auto needs = needed_by_.find(file);
  if (needs == needed_by_.end()) return;
  for (const std::size_t need : needs->second) add_with_needs(need, into);
}

PageLoad PageCheck::load_of(const Page& page, const CheckedPage& checked) {
  PageLoad load;
  load.record = page.entry && page.groups.empty();
  load.tables = std::any_of(page.figures.begin(), page.figures.end(),
                            [](const Figure& figure) { return !figure.charts.empty(); });
  load.elements = checked.elements;
  std::vector<std::size_t> loaded;
  for (const std::size_t file : checked.loaded) add_with_needs(file, loaded);
  load.requests = 1 + loaded.size();
  load.html = checked.size;
  for (const std::size_t file : checked.lazy) add_once(file, loaded);
  for (const std::size_t file : loaded) load.resources += files_.weight(file);
  return load;
}

}  // namespace pes
