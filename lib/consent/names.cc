#include "consent/names.h"

#include <algorithm>

namespace pes {

namespace {

// What is withheld names nobody, whatever it is for.
bool is_granted(const Decision& decision, Purpose purpose) {
  return purpose == Purpose::networks || decision.allows(purpose);
}

}  // namespace

bool NameWatch::empty() const { return everywhere.empty() && own_page.empty(); }

NameWatch forbidden_names(std::span<const Record> records, std::span<const Decision> decisions,
                          Purpose purpose) {
  NameWatch watch;
  std::vector<PersonName> shown;
  for (std::size_t i = 0; i < records.size(); ++i) {
    const Decision& decision = decisions[i];
    if (!decision.shown() || !is_granted(decision, purpose)) continue;
    watch.everywhere.allow(decision.name);
    for (PersonName& person : people_of(decision.name)) {
      watch.everywhere.allow_address(person);
      shown.push_back(std::move(person));
    }
  }
  for (std::size_t i = 0; i < records.size(); ++i) {
    const std::string_view author = text_of(field(records[i], "auteur"));
    const bool whole = decisions[i].consent == Reason::none && decisions[i].name == author;
    if (whole && is_granted(decisions[i], purpose)) continue;
    for (const PersonName& person : people_of(author)) {
      const bool elsewhere = std::find(shown.begin(), shown.end(), person) != shown.end();
      if (!elsewhere) {
        watch.everywhere.forbid(person, i);
      } else if (!whole && decisions[i].shown()) {
        watch.own_page[i].forbid(person, i);
      }
    }
  }
  return watch;
}

}  // namespace pes
