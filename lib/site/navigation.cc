#include "site/navigation.h"

#include <algorithm>
#include <numeric>

#include "site/lists.h"

namespace pes {

namespace {

std::vector<MenuItem> declared_menu(const Value& navigation) {
  std::vector<MenuItem> menu;
  for (const Value& item : list_of(&navigation)) {
    const Object& row = object_of(&item);
    const Value* address = find(row, "adresse");
    if (address == nullptr || !address->present()) continue;
    menu.push_back(
        {{std::string(text_of(find(row, "titre"))), std::string(text_of(address))}, address->span});
  }
  return menu;
}

const Page* page_at(const Site& site, std::string_view address) {
  const auto found = std::find_if(site.pages.begin(), site.pages.end(),
                                  [&](const Page& page) { return page.address == address; });
  return found == site.pages.end() ? nullptr : &*found;
}

Section index_section(const Site& site, std::string_view address) {
  Section section;
  if (const Page* index = page_at(site, address)) {
    section.link = {index->title, index->address};
    section.terms = index->terms;
    section.total = section.terms.size();
  }
  return section;
}

// Those with the most records, in the order in which they were.
void keep_largest(std::vector<Term>& terms) {
  constexpr std::size_t most_terms = 8;
  std::vector<std::size_t> order(terms.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return terms[a].count > terms[b].count; });
  order.resize(std::min(order.size(), most_terms));
  std::sort(order.begin(), order.end());
  std::vector<Term> largest;
  for (const std::size_t i : order) largest.push_back(terms[i]);
  terms = std::move(largest);
}

// A page of ten thousand links helps nobody: beyond this, the lists lead on.
void shorten(Section& section) {
  constexpr std::size_t most_links = 30;
  if (section.terms.size() > most_links && !section.link.address.empty()) {
    section.terms.resize(most_links);
  }
}

}  // namespace

std::vector<MenuItem> main_menu(const Record& settings, const Site& site) {
  if (const Value* navigation = field(settings, "navigation")) return declared_menu(*navigation);
  std::vector<MenuItem> menu;
  for (const Kind& kind : all_kinds()) {
    const bool listed = kind.role == Role::programme || kind.role == Role::achievement;
    if (!listed || entries_of_kind(site.entries, kind).empty()) continue;
    menu.push_back({{std::string(kind.title.fr), section_address(kind)}, {}});
  }
  menu.push_back({{"Chiffres", "/chiffres/"}, {}});
  std::vector<std::pair<std::int64_t, const Entry*>> ranked;
  for (const Entry& entry : site.entries) {
    const auto rank = integer_of(field(*entry.record, "menu"));
    if (rank) ranked.emplace_back(*rank, &entry);
  }
  std::stable_sort(ranked.begin(), ranked.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  for (const auto& [rank, entry] : ranked) menu.push_back({{entry->title, entry->address}, {}});
  menu.push_back({{"Recherche", "/recherche/"}, {}});
  return menu;
}

std::vector<Link> footer_links(const Site& site) {
  std::vector<Link> links;
  for (const EntryId id : entries_of_role(site.entries, Role::page)) {
    links.push_back({site.entries[id].title, site.entries[id].address});
  }
  links.push_back({"Recherche", "/recherche/"});
  links.push_back({"Plan du site", "/plan-du-site/"});
  return links;
}

std::vector<Section> site_map(const Site& site) {
  std::vector<Section> sections;
  for (const Kind& kind : all_kinds()) {
    if (kind.folder.empty()) continue;
    Section section{{std::string(kind.title.fr), section_address(kind)}, {}, 0};
    for (const EntryId id : entries_of_kind(site.entries, kind)) {
      section.terms.push_back({{site.entries[id].title, site.entries[id].address}, 0});
    }
    if (kind.role == Role::page) section.terms.push_back({{"Chiffres", "/chiffres/"}, 0});
    section.total = section.terms.size();
    shorten(section);
    if (section.total > 0) sections.push_back(std::move(section));
  }
  for (const std::string_view index : {"/territoires/", "/themes/", "/annees/", "/partenaires/"}) {
    Section section = index_section(site, index);
    shorten(section);
    if (section.total > 0) sections.push_back(std::move(section));
  }
  return sections;
}

std::vector<Section> entry_points(const Site& site) {
  std::vector<Section> sections;
  for (const std::string_view index : {"/territoires/", "/themes/", "/annees/"}) {
    Section section = index_section(site, index);
    if (section.total == 0) continue;
    keep_largest(section.terms);
    sections.push_back(std::move(section));
  }
  return sections;
}

}  // namespace pes
