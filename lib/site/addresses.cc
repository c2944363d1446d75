#include "site/addresses.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

#include "schema/kinds.h"
#include "text/slug.h"
#include "text/utf8.h"

namespace pes {

namespace {

constexpr auto reserved_at_root = std::to_array<std::string_view>(
    {"territoires", "themes", "annees", "partenaires", "chiffres", "recherche", "plan-du-site",
     "donnees", "medias", "apercus", "accueil", "page", "admin", "404", "index"});
constexpr std::string_view pagination_part = "page";

bool is_reserved(const Record& record) {
  if (record.kind->role != Role::page) return record.slug == pagination_part;
  const auto kinds = all_kinds();
  const bool section = std::any_of(kinds.begin(), kinds.end(), [&](const Kind& kind) {
    return !kind.folder.empty() && kind.folder == record.slug;
  });
  return section || std::find(reserved_at_root.begin(), reserved_at_root.end(), record.slug) !=
                        reserved_at_root.end();
}

std::string comparable(std::string_view address) {
  std::string folded = fold(address);
  if (!folded.ends_with('/')) folded += '/';
  return folded;
}

void check_term(const Value* term, Diagnostics& out) {
  if (term == nullptr || !slugify(text_of(term)).empty()) return;
  out.add(Rule::empty_slug, term->span, {text_of(term)});
}

}  // namespace

std::string BaseUrl::link(std::string_view address) const {
  return fmt::format("{}{}", path, address);
}

std::string BaseUrl::absolute(std::string_view address) const {
  return fmt::format("{}{}{}", origin, path, address);
}

BaseUrl parse_base_url(std::string_view url) {
  const std::size_t host = url.find("//") == std::string_view::npos ? 0 : url.find("//") + 2;
  const std::size_t slash = std::min(url.find('/', host), url.size());
  std::string_view path = url.substr(slash);
  while (path.ends_with('/')) path.remove_suffix(1);
  return {std::string(url.substr(0, slash)), std::string(path)};
}

std::string record_address(const Record& record) {
  if (record.kind->folder.empty()) return "/";
  if (record.kind->role == Role::page) return fmt::format("/{}/", record.slug);
  return fmt::format("/{}/{}/", record.kind->folder, record.slug);
}

std::string section_address(const Kind& kind) {
  return kind.role == Role::page ? "" : fmt::format("/{}/", kind.folder);
}

std::string term_address(std::string_view section, std::string_view name) {
  return fmt::format("/{}/{}/", section, slugify(name));
}

std::string file_of_address(std::string_view address) {
  std::string file(address.substr(1));
  const std::size_t name = file.rfind('/') == std::string::npos ? 0 : file.rfind('/') + 1;
  if (file.find('.', name) != std::string::npos) return file;
  if (!file.empty() && !file.ends_with('/')) file += '/';
  return file + "index.html";
}

void check_addresses(std::span<const Record> records, const SourceFiles& files, Diagnostics& out) {
  std::map<std::string, const Record*> owners;
  const auto claim = [&](const std::string& address, const Record& record, Span span) {
    const auto [owner, fresh] = owners.emplace(comparable(address), &record);
    if (fresh || (owner->second == &record && span.offset == record.head.offset)) return;
    out.add(Rule::same_address, span, {address, files[owner->second->file].path});
  };
  for (const Record& record : records) {
    if (!record.kind->has_body) continue;
    if (record.slug.empty()) {
      const std::string& path = files[record.file].path;
      out.add(Rule::empty_slug, span_of(record, "slug"), {path.substr(path.rfind('/') + 1)});
      continue;
    }
    if (is_reserved(record)) out.add(Rule::reserved_slug, span_of(record, "slug"), {record.slug});
    claim(record_address(record), record, span_of(record, "slug"));
    check_term(field(record, "territoire"), out);
    for (const Value& theme : list_of(field(record, "themes"))) check_term(&theme, out);
  }
  for (const Record& record : records) {
    for (const Value& old : list_of(field(record, "anciennes_adresses"))) {
      claim(std::string(text_of(&old)), record, old.span);
    }
  }
}

}  // namespace pes
