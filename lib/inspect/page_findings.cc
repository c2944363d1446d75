#include "inspect/page_findings.h"

#include <fmt/format.h>

namespace pes {

namespace {

constexpr std::size_t most_of_a_kind = 10;
// What more pages have is taken for the template's.
constexpr std::size_t most_pages_of_records = 5;

Arg with_more(const Arg& detail, std::size_t more) {
  if (more == 0) return detail;
  return {fmt::format("{}, et {} autres", detail.fr, more),
          fmt::format("{}, and {} more", detail.en, more)};
}

}  // namespace

Arg page_place(const std::string& layout, const std::string& address, std::size_t pages) {
  if (layout.empty()) return address;
  const std::string_view plural = pages > 1 ? "s" : "";
  return {fmt::format("{} (gabarit : {} ; {} page{})", address, layout, pages, plural),
          fmt::format("{} (template: {}; {} page{})", address, layout, pages, plural)};
}

void PageFindings::add(const Where& where, const PageFinding& finding) {
  Group fresh{finding.detail, where.address, "", 0, {}};
  Group& group = groups_.try_emplace({where.layout, finding.rule, finding.key}, std::move(fresh))
                     .first->second;
  if (group.last == where.address) return;
  group.last = where.address;
  if (++group.pages > most_pages_of_records) {
    group.records.clear();
  } else if (where.record != no_file) {
    group.records.push_back(where.record);
  }
}

void PageFindings::report(const TemplatePlaces& places, Diagnostics& out) const {
  std::map<std::pair<std::string, Rule>, std::size_t> counts;
  for (const auto& [key, group] : groups_) ++counts[{std::get<0>(key), std::get<1>(key)}];
  std::map<std::pair<std::string, Rule>, std::size_t> told;
  for (const auto& [key, group] : groups_) {
    const auto& [layout, rule, text] = key;
    const std::size_t number = ++told[{layout, rule}];
    if (number > most_of_a_kind) continue;
    const std::size_t all = counts[{layout, rule}];
    const std::size_t more = number == most_of_a_kind ? all - number : 0;
    out.add(rule, places.find(layout, text),
            {with_more(group.detail, more), page_place(layout, group.address, group.pages)})
        .records = group.records;
  }
}

}  // namespace pes
