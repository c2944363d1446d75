#include "records/check.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "text/spelling.h"
#include "text/utf8.h"

namespace pes {

namespace {

using Names = std::vector<std::string>;

constexpr std::size_t most_names_shown = 12;

std::string enumerate(const Names& names) {
  const std::size_t shown = std::min(names.size(), most_names_shown);
  std::string out = fmt::format(
      "{}", fmt::join(names.begin(), names.begin() + static_cast<std::ptrdiff_t>(shown), ", "));
  return names.empty() ? "—" : shown < names.size() ? out + "…" : out;
}

class Checker {
 public:
  Checker(std::span<const Record> records, const KnownNames& known, Diagnostics& out)
      : records_(records), known_(known), out_(out) {
    for (const Record& record : records) slugs_[record.kind->name].push_back(record.slug);
  }

  void check(const Value& value, const Field& field) {
    if (const auto* list = std::get_if<List>(&value.data)) {
      for (const Value& item : *list) check(item, field);
    } else if (field.type == Type::object) {
      check_members(object_of(&value), field.fields);
    } else if (field.type == Type::figures) {
      check_figures(object_of(&value));
    } else if (field.type == Type::partition) {
      check_partition(object_of(&value));
    } else if (field.type == Type::reference && value.present()) {
      check_record(text_of(&value), field.target, value.span);
    } else if (field.type == Type::media && value.present()) {
      check_media(text_of(&value), value.span);
    }
  }

 private:
  void check_members(const Object& object, std::span<const Field> fields) {
    for (const Field& field : fields) {
      if (const Value* value = find(object, field.name)) check(*value, field);
    }
  }

  void check_figures(const Object& figures) {
    if (!known_.indicators) return;
    for (const Member& figure : figures) {
      if (contains(*known_.indicators, figure.key)) continue;
      Diagnostic& found = out_.add(Rule::unknown_indicator, figure.key_span,
                                   {figure.key, enumerate(*known_.indicators)});
      found.suggest(figure.key, *known_.indicators);
      if (found.nearest && find(figures, *found.nearest) != nullptr) found.fix.clear();
    }
  }

  void check_partition(const Object& parts) {
    for (const Member& part : parts) {
      check_record(part.key, "dispositif", part.key_span);
      check_figures(object_of(&part.value));
    }
  }

  void check_record(std::string_view slug, std::string_view target, Span span) {
    const Names& slugs = slugs_[target];
    if (contains(slugs, slug)) return;
    Diagnostic& found =
        out_.add(Rule::unknown_record, span, {slug, kind_named(target).folder, enumerate(slugs)});
    found.suggest(slug, slugs);
    if (const Record* meant = find_by_name(slug, target)) {
      found.nearest = meant->slug;
      found.replace_word(slug, meant->slug);
    }
  }

  void check_media(std::string_view path, Span span) {
    if (contains(known_.media, path)) return;
    out_.add(Rule::unknown_media, span, {path}).suggest(path, known_.media);
  }

  // A record of a kind by its title or its acronym.
  [[nodiscard]] const Record* find_by_name(std::string_view words, std::string_view kind) const {
    const std::string wanted = fold(words);
    const auto found = std::find_if(records_.begin(), records_.end(), [&](const Record& record) {
      return record.kind->name == kind && (fold(text_of(field(record, "titre"))) == wanted ||
                                           fold(text_of(field(record, "sigle"))) == wanted);
    });
    return found == records_.end() ? nullptr : &*found;
  }

  static bool contains(const Names& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
  }

  std::span<const Record> records_;
  std::map<std::string_view, Names> slugs_;
  const KnownNames& known_;
  Diagnostics& out_;
};

}  // namespace

void check_titles(std::span<const Record> records, const SourceFiles& files, Diagnostics& out) {
  std::map<std::pair<std::string_view, std::string>, const Record*> known;
  for (const Record& record : records) {
    const std::string title = fold(text_of(field(record, "titre")));
    if (title.empty()) continue;
    const auto [first, added] = known.emplace(std::pair(record.kind->name, title), &record);
    if (added) continue;
    out.add(Rule::same_title, span_of(record, "titre"), {files[first->second->file].path})
        .notes.push_back(
            {span_of(*first->second, "titre"), {"le même titre ici", "the same title here"}});
  }
}

void check_references(std::span<const Record> records, const KnownNames& known, Diagnostics& out) {
  Checker checker(records, known, out);
  for (const Record& record : records) {
    for (std::size_t i = 0; i < record.values.size(); ++i) {
      if (record.values[i].present()) checker.check(record.values[i], record.kind->fields[i]);
    }
  }
}

bool is_base_url(std::string_view url) {
  const bool scheme = url.starts_with("https://") || url.starts_with("http://");
  if (!scheme) return false;
  const std::string_view rest = url.substr(url.find("//") + 2);
  const bool plain = std::all_of(rest.begin(), rest.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           std::string_view("-._~:/").find(c) != std::string_view::npos;
  });
  return plain && !rest.empty() && rest.front() != '/' &&
         rest.find("//") == std::string_view::npos && rest.find("/.") == std::string_view::npos;
}

void check_base_url(const Record& site, Diagnostics& out) {
  const std::string_view url = text_of(field(site, "base_url"));
  if (!url.empty() && !is_base_url(url)) {
    out.add(Rule::bad_address, span_of(site, "base_url"), {url, Text{"de site", "of a site"}});
  }
  std::string_view host = url.substr(std::min(url.find("//") + 2, url.size()));
  host = host.substr(0, host.find_first_of(":/"));
  for (const std::string_view placeholder :
       {"exemple.org", "example.org", "example.com", "example.net"}) {
    if (host == placeholder) out.add(Rule::placeholder_address, span_of(site, "base_url"), {url});
  }
}

void check_legal_notice(const Record& site, Diagnostics& out) {
  constexpr std::string_view name = "mentions_legales";
  const auto index = static_cast<std::size_t>(field_index(*site.kind, name));
  if (is_written(site, name) && field(site, name) == nullptr) return;
  const Object& notice = object_of(field(site, name));
  for (const Field& known : site.kind->fields[index].fields) {
    const Value* value = find(notice, known.name);
    if (value != nullptr && value->written()) continue;
    out.add(Rule::legal_field_missing, span_of(site, name), {known.name, known.label});
  }
}

}  // namespace pes
