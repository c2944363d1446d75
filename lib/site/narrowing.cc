#include "site/narrowing.h"

#include <fmt/format.h>

#include <algorithm>

#include "site/lists.h"

namespace pes {

std::string address_of(const Narrowing& narrowing) {
  if (narrowing.programme == nullptr) return section_address(*narrowing.kind);
  if (narrowing.kind == nullptr) return narrowing.programme->address;
  return fmt::format("{}{}/", narrowing.programme->address, narrowing.kind->folder);
}

NarrowingBook::NarrowingBook(std::span<const Entry> entries) {
  for (const Kind& kind : all_kinds()) {
    if (kind.role == Role::achievement) kinds_.push_back(&kind);
  }
  for (EntryId i = 0; i < entries.size(); ++i) {
    const Entry& entry = entries[i];
    if (entry.record->kind->role == Role::programme) programmes_.push_back(&entry);
    if (!is_achievement(entry)) continue;
    ++of_kind_[entry.record->kind];
    if (entry.programme) {
      crossings_[{entry.programme->address, entry.record->kind}].push_back(i);
    }
  }
}

std::vector<EntryId> NarrowingBook::entries(const Narrowing& narrowing) const {
  std::vector<EntryId> ids;
  for (const Kind* kind : kinds_) {
    if (narrowing.kind != nullptr && narrowing.kind != kind) continue;
    const auto found = crossings_.find({narrowing.programme->address, kind});
    if (found != crossings_.end())
      ids.insert(ids.end(), found->second.begin(), found->second.end());
  }
  return ids;
}

std::size_t NarrowingBook::count(const Narrowing& narrowing) const {
  if (narrowing.programme != nullptr) return entries(narrowing).size();
  const auto found = of_kind_.find(narrowing.kind);
  return found == of_kind_.end() ? 0 : found->second;
}

std::vector<Narrowing> NarrowingBook::crossings() const {
  std::vector<Narrowing> crossings;
  for (const Entry* programme : programmes_) {
    for (const Kind* kind : kinds_) {
      if (crossings_.contains({programme->address, kind})) crossings.push_back({programme, kind});
    }
  }
  return crossings;
}

void NarrowingBook::add_choice(Section& filter, std::string title,
                               const Narrowing& narrowing) const {
  if (narrowing.programme == nullptr && narrowing.kind == nullptr) return;
  const std::size_t number = count(narrowing);
  if (number == 0) return;
  filter.terms.push_back({{std::move(title), address_of(narrowing)}, number});
  ++filter.total;
}

std::vector<Section> NarrowingBook::filters(const Narrowing& narrowing) const {
  Section by_kind{{"Genre", ""}, {}, 0};
  add_choice(by_kind, "Tout", {narrowing.programme, nullptr});
  for (const Kind* kind : kinds_) {
    add_choice(by_kind, std::string(kind->title.fr), {narrowing.programme, kind});
  }
  Section by_programme{{"Dispositif", ""}, {}, 0};
  add_choice(by_programme, "Tous", {nullptr, narrowing.kind});
  for (const Entry* programme : programmes_) {
    add_choice(by_programme, programme->title, {programme, narrowing.kind});
  }
  std::vector<Section> filters;
  for (Section* filter : {&by_kind, &by_programme}) {
    if (filter->total > 1) filters.push_back(std::move(*filter));
  }
  return filters;
}

}  // namespace pes
