#include "publish/search_texts.h"

#include <fmt/format.h>

#include "site/lists.h"
#include "text/markup.h"

namespace pes {

namespace {

std::string text_field(const Entry& entry, std::string_view name) {
  return std::string(text_of(field(*entry.record, name)));
}

}  // namespace

SearchTextBook::SearchTextBook(const Site& site) {
  for (const EntryId id : entries_of_role(site.entries, Role::programme)) {
    const Entry& programme = site.entries[id];
    acronyms_[programme.address] = text_field(programme, "sigle");
  }
}

SearchTexts SearchTextBook::of(const Entry& entry) const {
  std::string marks = text_field(entry, "sigle");
  const auto add = [&](const Link& link) { marks += fmt::format("\n{}", link.title); };
  if (entry.programme) {
    add(*entry.programme);
    const auto acronym = acronyms_.find(entry.programme->address);
    if (acronym != acronyms_.end()) marks += fmt::format("\n{}", acronym->second);
  }
  if (entry.territory) add(*entry.territory);
  for (const Link& theme : entry.themes) add(theme);
  return {entry.title,
          text_field(entry, "structure"),
          entry.decision->data ? entry.decision->name : "",
          std::move(marks),
          entry.summary,
          text_of_markup(entry.body.body.html)};
}

}  // namespace pes
