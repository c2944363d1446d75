#include "site/lists.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <limits>
#include <map>
#include <tuple>

#include "site/addresses.h"

namespace pes {

namespace {

// Sorts before every record without the field.
struct SortKey {
  const Kind* kind;
  std::int64_t rank;
  std::string by_hand;
  std::int64_t age;
  std::string title;
  std::string_view slug;

  [[nodiscard]] auto tied() const { return std::tie(kind, rank, by_hand, age, title, slug); }
};

SortKey sort_key(const Entry& entry, const Collator& collator) {
  const std::string_view by_hand = text_of(field(*entry.record, "tri"));
  const auto last = std::numeric_limits<std::int64_t>::max();
  return {entry.record->kind,
          integer_of(field(*entry.record, "ordre")).value_or(last),
          by_hand.empty() ? std::string("\xFF") : collator.key(by_hand),
          entry.date ? -std::chrono::sys_days(*entry.date).time_since_epoch().count() : last,
          collator.key(entry.title),
          entry.record->slug};
}

// Gathers by slug, so that « Dijon » and « dijon » are one place.
std::vector<Gathering> in_order(std::map<std::string, Gathering>&& by_address,
                                const Collator& collator) {
  std::vector<std::pair<std::string, Gathering>> keyed;
  for (auto& [address, gathering] : by_address) {
    keyed.emplace_back(collator.key(gathering.link.title), std::move(gathering));
  }
  std::stable_sort(keyed.begin(), keyed.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<Gathering> out;
  for (auto& [key, gathering] : keyed) out.push_back(std::move(gathering));
  return out;
}

void gather(std::map<std::string, Gathering>& into, const Link& link, EntryId entry) {
  Gathering& gathering = into[link.address];
  if (gathering.entries.empty()) gathering.link = link;
  const bool again = !gathering.entries.empty() && gathering.entries.back() == entry;
  if (!again) gathering.entries.push_back(entry);
}

}  // namespace

void sort_entries(std::vector<Entry>& entries, const Collator& collator, const Workers& workers) {
  std::vector<std::pair<SortKey, std::size_t>> keyed(entries.size());
  workers.for_each(entries.size(), [&](std::size_t i) {
    keyed[i] = {sort_key(entries[i], collator), i};
  });
  std::sort(keyed.begin(), keyed.end(),
            [](const auto& a, const auto& b) { return a.first.tied() < b.first.tied(); });
  std::vector<Entry> sorted;
  sorted.reserve(entries.size());
  for (const auto& [key, index] : keyed) sorted.push_back(std::move(entries[index]));
  entries = std::move(sorted);
}

std::vector<Page> paginate(const Page& first, const std::vector<EntryId>& entries,
                           std::size_t size) {
  const auto address = [&](std::size_t number) {
    return number == 1 ? first.address : fmt::format("{}page/{}/", first.address, number);
  };
  const std::size_t count = std::max<std::size_t>(1, (entries.size() + size - 1) / size);
  std::vector<Page> pages;
  for (std::size_t number = 1; number <= count; ++number) {
    Page page = first;
    page.address = address(number);
    if (number > 1) {
      page.title = fmt::format("{} (page {})", first.title, number);
      page.breadcrumb.push_back({first.title, first.address});
    }
    page.pagination = {number, count, number > 1 ? address(number - 1) : "",
                       number < count ? address(number + 1) : ""};
    Group group{first.title, "", {}, entries.size()};
    const std::size_t end = std::min(number * size, entries.size());
    for (std::size_t i = (number - 1) * size; i < end; ++i) group.shown.push_back(entries[i]);
    page.groups = {std::move(group)};
    pages.push_back(std::move(page));
  }
  return pages;
}

std::vector<Gathering> gather_by_theme(std::span<const Entry> entries, const Collator& collator) {
  std::map<std::string, Gathering> themes;
  for (EntryId i = 0; i < entries.size(); ++i) {
    if (!is_achievement(entries[i])) continue;
    for (const Link& theme : entries[i].themes) gather(themes, theme, i);
  }
  return in_order(std::move(themes), collator);
}

std::vector<Gathering> gather_by_territory(std::span<const Entry> entries,
                                           const Collator& collator) {
  std::map<std::string, Gathering> territories;
  for (EntryId i = 0; i < entries.size(); ++i) {
    if (is_achievement(entries[i]) && entries[i].territory) {
      gather(territories, *entries[i].territory, i);
    }
  }
  return in_order(std::move(territories), collator);
}

std::vector<Gathering> gather_by_partner(std::span<const Entry> entries, const Collator& collator) {
  std::map<std::string, Gathering> partners;
  for (EntryId i = 0; i < entries.size(); ++i) {
    if (!is_achievement(entries[i])) continue;
    for (const Link& partner : entries[i].partners) {
      if (!partner.address.empty()) gather(partners, partner, i);
    }
  }
  return in_order(std::move(partners), collator);
}

std::vector<Gathering> gather_by_year(std::span<const Entry> entries,
                                      const std::vector<std::string>& more) {
  std::map<int, Gathering, std::greater<>> years;
  for (const std::string& year : more) {
    years[std::stoi(year)].link = {year, fmt::format("/annees/{}/", year)};
  }
  for (EntryId i = 0; i < entries.size(); ++i) {
    if (!is_achievement(entries[i]) || !entries[i].date) continue;
    const int year = static_cast<int>(entries[i].date->year());
    Gathering& gathering = years[year];
    gathering.link = {std::to_string(year), fmt::format("/annees/{}/", year)};
    gathering.entries.push_back(i);
  }
  std::vector<Gathering> out;
  for (auto& [year, gathering] : years) out.push_back(std::move(gathering));
  return out;
}

std::optional<Date> newest_date(std::span<const Entry> entries, const std::vector<EntryId>& ids) {
  std::optional<Date> newest;
  for (const EntryId id : ids) newest = std::max(newest, entries[id].date);
  return newest;
}

std::vector<EntryId> entries_of_kind(std::span<const Entry> entries, const Kind& kind) {
  std::vector<EntryId> out;
  for (EntryId i = 0; i < entries.size(); ++i) {
    if (entries[i].record->kind == &kind) out.push_back(i);
  }
  return out;
}

std::vector<EntryId> entries_of_role(std::span<const Entry> entries, Role role) {
  std::vector<EntryId> out;
  for (EntryId i = 0; i < entries.size(); ++i) {
    if (entries[i].record->kind->role == role) out.push_back(i);
  }
  return out;
}

std::map<std::string, std::string> programme_titles(std::span<const Entry> entries) {
  std::map<std::string, std::string> titles;
  for (const Entry& entry : entries) {
    if (entry.record->kind->role == Role::programme) titles[entry.record->slug] = entry.title;
  }
  return titles;
}

bool goes_into_feed(const Entry& entry) {
  return is_achievement(entry) && entry.date.has_value() && entry.decision->allows(Purpose::feed);
}

bool is_achievement(const Entry& entry) { return entry.record->kind->role == Role::achievement; }

}  // namespace pes
