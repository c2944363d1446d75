#include "pipeline/searched_people.h"

#include <map>

#include "consent/written_author.h"

namespace pes {

namespace {

using FileIds = std::map<std::string, FileId>;  // by path

FileIds ids_of(const SourceFiles& files) {
  FileIds ids;
  for (FileId id = 0; id < files.size(); ++id) ids.try_emplace(files[id].path, id);
  return ids;
}

Record record_of(const Record& today, FileId file, std::string author) {
  Record record;
  record.kind = today.kind;
  record.file = file;
  record.slug = today.slug;
  record.values.resize(record.kind->fields.size());
  const auto index = static_cast<std::size_t>(field_index(*record.kind, author_field));
  record.values.at(index).data = std::move(author);
  return record;
}

}  // namespace

SearchedPeople::SearchedPeople(const Settings& settings, const Content& content)
    : content_(content) {
  if (settings.today != nullptr) both_ = both_of(content, *settings.today);
}

NameContext SearchedPeople::context(const ErasureSearch& erasures) const {
  if (both_) return {both_->records, both_->decisions, both_->files, both_->accepted, &erasures};
  return {content_.records, content_.decisions, content_.files, content_.accepted, &erasures};
}

SearchedPeople::Both SearchedPeople::both_of(const Content& content, const Content& today) {
  Both both{content.records, content.decisions, content.files, {}};
  FileIds ids = ids_of(content.files);
  for (std::size_t i = 0; i < today.records.size(); ++i) {
    const Record& record = today.records[i];
    if (field_index(*record.kind, author_field) < 0) continue;
    const SourceFile& source = today.files[record.file];
    for (std::string& author : written_authors(record, source.text)) {
      const auto next = static_cast<FileId>(both.files.size());
      const auto [id, fresh] = ids.try_emplace(source.path, next);
      if (fresh) both.files.push_back(source);
      both.records.push_back(record_of(record, id->second, std::move(author)));
      both.decisions.push_back(today.decisions[i]);
      // Whatever today's content shows of somebody, this state does not show it.
      if (both.decisions.back().shown()) both.decisions.back().reason = Reason::removed;
    }
  }
  for (const AcceptedName& one : today.accepted) {
    if (one.place == no_file) continue;  // what a document holds, nobody compares
    const SourceFile& place = today.files[one.place];
    const auto id = ids.find(place.path);
    if (id == ids.end() || both.files[id->second].text != place.text) continue;
    const FileId person = ids.at(today.files[today.records[one.who].file].path);
    for (std::size_t who = 0; who < both.records.size(); ++who) {
      if (both.records[who].file == person) both.accepted.push_back({who, id->second, {}});
    }
  }
  return both;
}

}  // namespace pes
