#include "publish/accepted_places.h"

#include <algorithm>

#include "schema/kinds.h"
#include "site/addresses.h"

namespace pes {

namespace {

std::string spelling_of(std::string_view words) {
  std::string out;
  WordReader reader(words, 0, Reading::markup, Escapes::code);
  while (const auto read = reader.next()) out += read->word.folded + " ";
  return out;
}

// Pages, feeds, data and the index are made from texts; style sheets and copies are not.
bool gathers_texts(const OutputFile& file) {
  return file.copy_of.empty() && !file.path.ends_with(".css") && !file.path.ends_with(".js");
}

std::vector<Span> spans_aside(const Record& record) {
  std::vector<Span> spans;
  if (is_written(record, "auteur")) spans.push_back(span_of(record, "auteur"));
  if (record.kind->role != Role::settings) return spans;
  for (const Value& row : list_of(field(record, "noms_acceptes"))) {
    for (const Member& member : object_of(&row)) spans.push_back(member.value.span);
  }
  return spans;
}

// Looks for one person in the texts of a site.
class Texts {
 public:
  Texts(std::size_t who, std::span<const Record> records, std::span<const Decision> decisions,
        const SourceFiles& files)
      : records_(records), decisions_(decisions), files_(files) {
    for (const PersonName& person : people_of(text_of(field(records[who], "auteur")))) {
      search_.forbid(person, who);
    }
  }

  [[nodiscard]] std::set<std::string> spellings(FileId file) const {
    std::set<std::string> all;
    const std::string_view text = files_[file].text;
    for (const NameMatch& match : search_.find(text, Reading::markup)) {
      all.insert(spelling_of(text.substr(match.begin, match.end - match.begin)));
    }
    return all;
  }

  // In a file that is published, outside the fields that tell who wrote it and what is accepted.
  [[nodiscard]] bool are_in(FileId file) const {
    const auto record = std::find_if(records_.begin(), records_.end(),
                                     [&](const Record& one) { return one.file == file; });
    std::vector<Span> aside;
    if (record != records_.end()) {
      if (!decisions_[static_cast<std::size_t>(record - records_.begin())].shown()) return false;
      aside = spans_aside(*record);
    }
    const auto found = search_.find(files_[file].text, Reading::markup);
    return std::any_of(found.begin(), found.end(), [&](const NameMatch& match) {
      return std::none_of(aside.begin(), aside.end(), [&](const Span& span) {
        return match.begin >= span.offset && match.end <= span.offset + span.length;
      });
    });
  }

  [[nodiscard]] bool are_in(const Entry& entry) const {
    return !search_.find(entry.body.body.html, Reading::markup).empty();
  }

 private:
  std::span<const Record> records_;
  std::span<const Decision> decisions_;
  const SourceFiles& files_;
  NameSearch search_;
};

}  // namespace

AcceptedPlaces::AcceptedPlaces(std::span<const AcceptedName> accepted,
                               std::span<const Record> records, std::span<const Decision> decisions,
                               const SourceFiles& files, const Site& site) {
  std::map<std::size_t, std::set<FileId>> places;
  for (const AcceptedName& one : accepted) {
    std::set<FileId>& of_person = places[one.who];
    if (one.place != no_file) of_person.insert(one.place);
    if (!one.media.empty()) people_[one.who].paths.insert("medias/" + one.media);
  }
  for (const auto& [who, of_person] : places) {
    Person& person = people_[who];
    const Texts texts(who, records, decisions, files);
    for (const FileId place : of_person) person.spellings.merge(texts.spellings(place));
    for (FileId file = 0; file < files.size(); ++file) {
      const bool elsewhere = !of_person.contains(file) && texts.are_in(file);
      person.said_elsewhere = person.said_elsewhere || elsewhere;
    }
    for (const Entry& entry : site.entries) {
      const bool elsewhere = !of_person.contains(entry.record->file) && texts.are_in(entry);
      person.said_elsewhere = person.said_elsewhere || elsewhere;
    }
    for (const Page& page : site.pages) {
      if (!page.entry) continue;
      const FileId file = site.entries[*page.entry].record->file;
      const std::string path = file_of_address(page.address);
      if (of_person.contains(file)) person.paths.insert(path);
      if (file == records[who].file) person.own_paths.insert(path);
    }
  }
}

bool AcceptedPlaces::cover(std::size_t who, const OutputFile& file, std::string_view words) const {
  const auto found = people_.find(who);
  if (found == people_.end()) return false;
  const Person& person = found->second;
  if (person.own_paths.contains(file.path)) return false;
  if (person.paths.contains(file.path)) return true;
  return gathers_texts(file) && !person.said_elsewhere &&
         person.spellings.contains(spelling_of(words));
}

}  // namespace pes
