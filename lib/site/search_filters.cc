#include "site/search_filters.h"

#include <cassert>

#include "site/lists.h"

namespace pes {

namespace {

// « Témoignages » and « Projets », as far as there are any.
std::vector<FilterOption> kinds_of(std::span<const Entry> entries) {
  std::vector<FilterOption> options;
  for (const Kind& kind : all_kinds()) {
    if (kind.role != Role::achievement || entries_of_kind(entries, kind).empty()) continue;
    options.push_back({std::string(kind.name), std::string(kind.title.fr)});
  }
  return options;
}

std::vector<FilterOption> programmes_of(std::span<const Entry> entries) {
  std::vector<FilterOption> options;
  for (const EntryId id : entries_of_role(entries, Role::programme)) {
    options.push_back({entries[id].record->slug, entries[id].title});
  }
  return options;
}

std::vector<FilterOption> years_of(std::span<const Entry> entries) {
  std::vector<FilterOption> options;
  for (const Gathering& year : gather_by_year(entries)) {
    options.push_back({year.link.title, year.link.title});
  }
  return options;
}

}  // namespace

std::vector<Filter> search_filters(std::span<const Entry> entries) {
  std::vector<Filter> filters = {
      {"dispositif", "Dispositif", "Tous les dispositifs", programmes_of(entries)},
      {"genre", "Genre", "Tous les genres", kinds_of(entries)},
      {"annee", "Année", "Toutes les années", years_of(entries)}};
  std::erase_if(filters, [](const Filter& filter) { return filter.options.empty(); });
  return filters;
}

std::string filter_value(const Entry& entry, std::string_view name) {
  if (name == "genre") return std::string(entry.record->kind->name);
  if (name == "annee")
    return entry.date ? std::to_string(static_cast<int>(entry.date->year())) : "";
  assert(name == "dispositif");
  if (entry.record->kind->role == Role::programme) return entry.record->slug;
  return entry.programme ? std::string(text_of(field(*entry.record, "dispositif"))) : "";
}

}  // namespace pes
