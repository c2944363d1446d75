#include "publish/name_check.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "diagnostics/each.h"
#include "publish/plain_text.h"
#include "publish/records_behind.h"
#include "publish/searched_text.h"
#include "site/addresses.h"
#include "text/utf8.h"

namespace pes {

namespace {

// In PDF and office files too there are texts with tags, beside others that need none.
Reading reading_of(std::string_view path) {
  const DocumentKind kind = document_kind(path);
  const bool markup =
      kind == DocumentKind::markup || kind == DocumentKind::pdf || kind == DocumentKind::office;
  if (markup) return Reading::markup;
  return fold(path).ends_with(".csv") ? Reading::table : Reading::text;
}

// Made of the theme's, it may pack something as copies may; in pages no address may.
bool is_style_sheet(std::string_view path) { return path.ends_with(".css"); }

// The layout of a page, or the file itself where no template made it.
std::string template_of(const Site& site, const std::string& path) {
  for (const Page& page : site.pages) {
    if (file_of_address(page.address) == path) return page.layout;
  }
  return "aucun";
}

bool lies_in(const NameMatch& match, const Span& span) {
  return match.begin >= span.offset && match.end <= span.offset + span.length;
}

// « c…-d… » for « camille-dupont ».
std::string initials(std::string_view name) {
  std::string out;
  bool within = false;
  for (std::size_t at = 0; at < name.size();) {
    const std::size_t begin = at;
    const bool letter = is_letter_or_digit(next_character(name, at));
    if (!letter || !within) out += name.substr(begin, at - begin);
    if (letter && !within) out += "…";
    within = letter;
  }
  return out;
}

}  // namespace

NameCheck::NameCheck(const NameContext& context, const Site& site)
    : context_(context),
      site_(site),
      accepted_(context.accepted, context.records, context.decisions, context.files, site) {
  std::map<FileId, std::size_t> records;
  for (std::size_t i = 0; i < context.records.size(); ++i) {
    records.try_emplace(context.records[i].file, i);
  }
  for (const Page& page : site.pages) {
    if (!page.entry) continue;
    const FileId file = site.entries[*page.entry].record->file;
    own_record_[file_of_address(page.address)] = records.at(file);
  }
}

void NameCheck::search(Purpose purpose, std::span<const OutputFile> files, const Workers& workers,
                       Diagnostics& out) {
  const NameWatch& watch = watch_of(purpose);
  std::vector<std::vector<std::size_t>> named(files.size());
  for_each_with_findings(workers, files.size(), out, [&](std::size_t i, Diagnostics& found) {
    named[i] = look_into(watch, files[i], found);
  });
  for (std::size_t i = 0; i < files.size(); ++i) {
    for (const std::size_t who : named[i]) {
      const auto [first, fresh] = found_.try_emplace(who, files[i].path);
      if (is_told_before(who, files[i].path, first->second)) first->second = files[i].path;
    }
  }
}

// The page of a record says best where to look, and before it a file that is called by the name:
// others have it from its address.
bool NameCheck::is_told_before(std::size_t who, const std::string& path,
                               const std::string& other) const {
  const Finder find = finder_of(who);
  const auto rank = [&](const std::string& of) {
    return std::tuple(find(of, Reading::text).empty(), !own_record_.contains(of),
                      std::string_view(of));
  };
  return rank(path) < rank(other);
}

void NameCheck::report(Diagnostics& out) const {
  for (const auto& [who, path] : found_) {
    Span place = place_of(who, path);
    std::vector<FileId> records = records_behind(site_, path);
    if (place.file != no_file) {
      records.push_back(place.file);
      const std::string& file = context_.files[place.file].path;
      if (without_names(who, file) != file) place = {};
    }
    const std::string told = without_names(who, path);
    if (who == erased()) {
      out.add(Rule::erased_name, place, {told, template_of(site_, path)}).records = records;
      continue;
    }
    const std::string& own = context_.files[context_.records[who].file].path;
    out.add(Rule::name_in_output, place, {told, template_of(site_, path), without_names(who, own)})
        .records = records;
  }
}

const NameWatch& NameCheck::watch_of(Purpose purpose) {
  std::optional<NameWatch>& watch = watches_.at(index_of(purpose));
  if (!watch) watch = forbidden_names(context_.records, context_.decisions, purpose);
  return *watch;
}

NameCheck::Finder NameCheck::finder_of(std::size_t who) const {
  if (who == erased()) {
    return [this](std::string_view text, Reading reading) {
      return context_.erasures->find(text, reading);
    };
  }
  NameSearch search;
  for (const PersonName& person : people_of(text_of(field(context_.records[who], "auteur")))) {
    search.forbid(person, who);
  }
  return [search = std::move(search)](std::string_view text, Reading reading) {
    return search.find(text, reading);
  };
}

bool NameCheck::names_erased(std::string_view text, Reading reading) const {
  return context_.erasures != nullptr && !context_.erasures->find(text, reading).empty();
}

// The people who are named in a file.
std::vector<std::size_t> NameCheck::look_into(const NameWatch& watch, const OutputFile& file,
                                              Diagnostics& out) const {
  std::vector<std::size_t> named;
  if (names_erased(file.path, Reading::text)) named.push_back(erased());
  const bool made = file.copy_of.empty();
  if (made && watch.empty() && context_.erasures == nullptr) return named;
  look_for(watch, file, file.path, Reading::text, named);
  const Reading reading = reading_of(file.path);
  const auto look = [&](std::string_view text) {
    look_for(watch, file, text, reading, named);
    if (names_erased(text, reading)) named.push_back(erased());
  };
  if (made && !is_style_sheet(file.path)) {
    look(file.bytes);
    return named;
  }
  const DocumentText document =
      made ? plain_text(DocumentKind::text, file.bytes) : searched_text(file);
  for (const std::string& text : document.texts) look(text);
  if (document.unread != Unread::nothing) {
    const bool anybody = !watch.empty() || (context_.erasures && !context_.erasures->empty());
    const Rule rule = anybody ? Rule::unsearchable_document : Rule::unread_document;
    const std::string path = named.empty() ? file.path : without_names(named.front(), file.path);
    out.add(rule, {}, {path, reason_of(document.unread), way_out_of(document.unread)}).records =
        records_behind(site_, file.path);
  }
  return named;
}

void NameCheck::look_for(const NameWatch& watch, const OutputFile& file, std::string_view text,
                         Reading reading, std::vector<std::size_t>& named) const {
  const auto look = [&](const NameSearch& search) {
    for (const NameMatch& match : search.find(text, reading)) {
      const std::string_view words = text.substr(match.begin, match.end - match.begin);
      if (!accepted_.cover(match.who, file, words)) named.push_back(match.who);
    }
  };
  look(watch.everywhere);
  if (watch.own_page.empty()) return;
  const auto record = own_record_.find(file.path);
  if (record == own_record_.end()) return;
  const auto own = watch.own_page.find(record->second);
  if (own != watch.own_page.end()) look(own->second);
}

bool NameCheck::is_published(FileId file) const {
  for (std::size_t i = 0; i < context_.records.size(); ++i) {
    if (context_.records[i].file == file) return context_.decisions[i].shown();
  }
  return true;
}

bool NameCheck::is_author_field(FileId file, const NameMatch& match) const {
  return std::any_of(context_.records.begin(), context_.records.end(), [&](const Record& record) {
    return record.file == file && is_written(record, "auteur") &&
           lies_in(match, span_of(record, "auteur"));
  });
}

// A path whose every word that is part of a forbidden name is its first letter.
std::string NameCheck::without_names(std::size_t who, const std::string& path) const {
  std::string out = path;
  const auto abridge = [&](const std::vector<NameMatch>& matches) {
    for (std::size_t i = matches.size(); i-- > 0;) {
      const NameMatch& match = matches[i];
      const std::size_t length = match.end - match.begin;
      out.replace(match.begin, length, initials(out.substr(match.begin, length)));
    }
  };
  abridge(finder_of(who)(out, Reading::text));
  for (const std::optional<NameWatch>& watch : watches_) {
    if (watch) abridge(watch->everywhere.find(out, Reading::text));
  }
  return out;
}

// Where the name is written in what was published: not in the field that says it rightly.
Span NameCheck::place_of(std::size_t who, const std::string& path) const {
  const Finder find = finder_of(who);
  const auto own = own_record_.find(path);
  if (own != own_record_.end() && !find(path, Reading::text).empty()) {
    return context_.records[own->second].head;
  }
  for (FileId file = 0; file < context_.files.size(); ++file) {
    if (!is_published(file)) continue;
    for (const NameMatch& match : find(context_.files[file].text, Reading::markup)) {
      if (is_author_field(file, match)) continue;
      return {file, static_cast<std::uint32_t>(match.begin),
              static_cast<std::uint32_t>(match.end - match.begin)};
    }
  }
  return own == own_record_.end() ? Span{} : context_.records[own->second].head;
}

}  // namespace pes
