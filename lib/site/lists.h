#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "run/workers.h"
#include "site/page.h"
#include "text/collation.h"

namespace pes {

/// Records per page of a list.
inline constexpr std::size_t page_size = 24;

/// Puts entries in the order of lists: kinds as in the table; then `ordre`, then `tri`, then the
/// newest first with undated ones last, then French alphabetical order of titles, then slugs.
void sort_entries(std::vector<Entry>& entries, const Collator& collator, const Workers& workers);

/// Cuts a list into pages that otherwise equal `first`, at `first.address`, `…/page/2/` and so on.
///
/// Shape: at least one page; each has one group. All were last modified with the newest entry.
std::vector<Page> paginate(const Page& first, const std::vector<EntryId>& entries,
                           std::size_t size = page_size);

/// Entries that share something, such as a territory.
struct Gathering {
  Link link;
  std::vector<EntryId> entries;
};

/// Testimonials and projects by theme, territory, partner (French alphabetical order) and year
/// (newest first). Names that give the same slug are the same; the years of `more` are there even
/// without an entry.
std::vector<Gathering> gather_by_theme(std::span<const Entry> entries, const Collator& collator);
std::vector<Gathering> gather_by_territory(std::span<const Entry> entries,
                                           const Collator& collator);
std::vector<Gathering> gather_by_partner(std::span<const Entry> entries, const Collator& collator);
std::vector<Gathering> gather_by_year(std::span<const Entry> entries,
                                      const std::vector<std::string>& more = {});

/// Entries of a kind or a role, in list order.
std::vector<EntryId> entries_of_kind(std::span<const Entry> entries, const Kind& kind);
std::vector<EntryId> entries_of_role(std::span<const Entry> entries, Role role);

/// The newest date among some entries.
std::optional<Date> newest_date(std::span<const Entry> entries, const std::vector<EntryId>& ids);

/// The titles of the published programmes, by slug.
std::map<std::string, std::string> programme_titles(std::span<const Entry> entries);

/// True for testimonials and projects with a date whose consent covers feeds.
bool goes_into_feed(const Entry& entry);

/// True for testimonials and projects, which lists and cuts are about.
bool is_achievement(const Entry& entry);

}  // namespace pes
