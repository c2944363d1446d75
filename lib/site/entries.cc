#include "site/entries.h"

#include <map>

#include "site/lists.h"
#include "text/slug.h"
#include "text/utf8.h"

namespace pes {

namespace {

constexpr std::size_t summary_length = 300;

using Programmes = std::map<std::string_view, Programme>;

Programmes shown_programmes(std::span<const Record> records, std::span<const Decision> decisions) {
  Programmes programmes;
  for (std::size_t i = 0; i < records.size(); ++i) {
    if (records[i].kind->role != Role::programme || !decisions[i].shown()) continue;
    Programme programme;
    programme.title = text_of(field(records[i], "titre"));
    programme.address = record_address(records[i]);
    programme.acronym = text_of(field(records[i], "sigle"));
    programme.colour = text_of(field(records[i], "couleur"));
    programmes[records[i].slug] = std::move(programme);
  }
  return programmes;
}

Entry make_entry(const Record& record, const Decision& decision, LinkedBody body,
                 const Programmes& programmes) {
  Entry entry;
  entry.record = &record;
  entry.decision = &decision;
  entry.address = record_address(record);
  entry.title = text_of(field(record, "titre"));
  const std::string_view summary = text_of(field(record, "resume"));
  entry.summary = summary.empty() ? cut_at_word(body.body.first_paragraph, summary_length)
                                  : std::string(summary);
  entry.body = std::move(body);
  entry.date = date_of(field(record, "date"));
  const auto programme = programmes.find(text_of(field(record, "dispositif")));
  if (programme != programmes.end()) entry.programme = programme->second;
  const std::string territory(text_of(field(record, "territoire")));
  if (!territory.empty()) entry.territory = {territory, term_address("territoires", territory)};
  for (const Value& theme : list_of(field(record, "themes"))) {
    const std::string name(text_of(&theme));
    entry.themes.push_back({name, term_address("themes", name)});
  }
  for (const Value& partner : list_of(field(record, "partenaires"))) {
    const std::string name(text_of(&partner));
    const bool has_page = !slugify(name).empty();
    entry.partners.push_back({name, has_page ? term_address("partenaires", name) : ""});
  }
  return entry;
}

}  // namespace

std::vector<Entry> make_entries(std::span<const Record> records,
                                std::span<const Decision> decisions,
                                std::vector<LinkedBody>& bodies, const ImageBook& images,
                                const ImageSpecs& specs, const Collator& collator,
                                const Workers& workers) {
  const Programmes programmes = shown_programmes(records, decisions);
  std::vector<std::size_t> shown;
  for (std::size_t i = 0; i < records.size(); ++i) {
    const Record& record = records[i];
    if (record.kind->has_body && !record.broken && decisions[i].shown()) shown.push_back(i);
  }
  std::vector<Entry> entries(shown.size());
  workers.for_each(shown.size(), [&](std::size_t at) {
    const std::size_t i = shown[at];
    entries[at] = make_entry(records[i], decisions[i], std::move(bodies[i]), programmes);
    entries[at].picture = picture_of(records[i], decisions[i], images, specs);
  });
  sort_entries(entries, collator, workers);
  return entries;
}

}  // namespace pes
