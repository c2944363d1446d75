#include "publish/search_texts.h"

#include <fmt/format.h>

#include <algorithm>

namespace pes {

namespace {

std::string text_field(const Entry& entry, std::string_view name) {
  return std::string(text_of(field(*entry.record, name)));
}

void leave_out(const NameSearch& hidden, std::string& text) {
  for (const NameMatch& match : hidden.find(text, Reading::text)) {
    std::fill(text.begin() + static_cast<std::ptrdiff_t>(match.begin),
              text.begin() + static_cast<std::ptrdiff_t>(match.end), ' ');
  }
}

}  // namespace

SearchTexts search_texts(const Entry& entry, const NameSearch& hidden) {
  std::string marks = text_field(entry, "sigle");
  const auto add = [&](const Link& link) { marks += fmt::format("\n{}", link.title); };
  if (entry.programme) {
    add(*entry.programme);
    marks += fmt::format("\n{}", entry.programme->acronym);
  }
  if (entry.territory) add(*entry.territory);
  for (const Link& theme : entry.themes) add(theme);
  SearchTexts texts = {entry.title,
                       text_field(entry, "structure"),
                       entry.decision->allows(Purpose::data) ? entry.decision->name : "",
                       std::move(marks),
                       entry.summary,
                       entry.body.body.text};
  for (std::string& text : texts) leave_out(hidden, text);
  return texts;
}

NameSearch names_not_to_find(const Site& site) {
  NameSearch hidden;
  std::vector<PersonName> found;
  for (const Entry& entry : site.entries) {
    if (!entry.decision->allows(Purpose::data)) continue;
    hidden.allow(entry.decision->name);
    for (PersonName& person : people_of(entry.decision->name)) found.push_back(std::move(person));
  }
  for (const Entry& entry : site.entries) {
    if (entry.decision->allows(Purpose::data)) continue;
    for (const PersonName& person : people_of(entry.decision->name)) {
      const bool elsewhere = std::find(found.begin(), found.end(), person) != found.end();
      if (!elsewhere) hidden.forbid(person, 0);
    }
  }
  return hidden;
}

}  // namespace pes
