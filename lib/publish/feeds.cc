#include "publish/feeds.h"

#include <fmt/format.h>

#include <algorithm>

#include "publish/redaction.h"
#include "site/lists.h"
#include "text/digest.h"
#include "text/markup.h"

namespace pes {

namespace {

constexpr std::string_view sitemap_path = "sitemap.xml";
constexpr std::string_view robots_path = "robots.txt";
constexpr std::size_t feed_length = 20;

std::string timestamp(Date date) { return fmt::format("{}T00:00:00Z", format_iso(date)); }

std::vector<const Entry*> newest(const Site& site, const Entry* programme) {
  std::vector<const Entry*> entries;
  for (const Entry& entry : site.entries) {
    const bool wanted =
        programme == nullptr || (entry.programme && entry.programme->address == programme->address);
    if (wanted && goes_into_feed(entry)) entries.push_back(&entry);
  }
  std::stable_sort(entries.begin(), entries.end(),
                   [](const Entry* a, const Entry* b) { return *a->date > *b->date; });
  entries.resize(std::min(entries.size(), feed_length));
  return entries;
}

// A UUID of version 8: its bits are ours to choose, but for the version and the variant.
std::string uuid(std::string_view name) {
  std::string digits = sha256(name).substr(0, 32);
  constexpr std::size_t version = 12;
  constexpr std::size_t variant = 16;
  digits[version] = '8';
  digits[variant] = "89ab"[static_cast<std::size_t>(digits[variant]) % 4];
  const std::string_view all = digits;
  return fmt::format("urn:uuid:{}-{}-{}-{}-{}", all.substr(0, 8), all.substr(8, 4),
                     all.substr(12, 4), all.substr(16, 4), all.substr(20));
}

std::string permanent_id(const Site& site, std::string_view address) {
  return uuid(fmt::format("{}\n{}", site.organisation, address));
}

std::string first_address(const Entry& entry) {
  const List& old = list_of(field(*entry.record, "anciennes_adresses"));
  return old.empty() ? entry.address : std::string(text_of(&old.front()));
}

std::string feed_entry(const Site& site, const Entry& entry) {
  const std::string& author =
      entry.decision->name.empty() ? site.organisation : entry.decision->name;
  return fmt::format(
      "<entry>\n<title>{}</title>\n<id>{}</id>\n<link href=\"{}\"/>\n<updated>{}</updated>\n"
      "<author><name>{}</name></author>\n<summary>{}</summary>\n</entry>\n",
      escape_markup(entry.title), permanent_id(site, first_address(entry)),
      escape_markup(site.base.absolute(encode_path(entry.address))), timestamp(*entry.date),
      escape_markup(author), escape_markup(entry.summary));
}

bool has_news(const Site& site) { return !newest(site, nullptr).empty(); }

std::vector<EntryId> programmes_with_news(const Site& site) {
  std::vector<EntryId> ids = entries_of_role(site.entries, Role::programme);
  std::erase_if(ids, [&](EntryId id) { return newest(site, &site.entries[id]).empty(); });
  return ids;
}

}  // namespace

std::string feed_path(const Entry* programme) {
  constexpr std::string_view name = "flux.xml";
  if (programme == nullptr) return std::string(name);
  return fmt::format("{}{}", std::string_view(programme->address).substr(1), name);
}

std::string atom_feed(const Site& site, const Entry* programme) {
  const std::vector<const Entry*> entries = newest(site, programme);
  const std::string path = feed_path(programme);
  const std::string about = programme != nullptr ? programme->address : "/";
  const std::string title =
      programme != nullptr ? fmt::format("{} – {}", programme->title, site.title) : site.title;
  std::string out = fmt::format(
      "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
      "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"fr\">\n"
      "<title>{}</title>\n<id>{}</id>\n<link href=\"{}\"/>\n<link rel=\"self\" href=\"{}\"/>\n"
      "<updated>{}</updated>\n<author><name>{}</name></author>\n",
      escape_markup(title), permanent_id(site, about),
      escape_markup(site.base.absolute(encode_path(about))),
      escape_markup(site.base.absolute(encode_path("/" + path))), timestamp(*entries.front()->date),
      escape_markup(site.organisation));
  for (const Entry* entry : entries) out += feed_entry(site, *entry);
  return out + "</feed>\n";
}

std::string sitemap(const Site& site) {
  std::string out =
      "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
      "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n";
  for (const Page& page : site.pages) {
    if (!page.indexed) continue;
    out += fmt::format("<url><loc>{}</loc>",
                       escape_markup(site.base.absolute(encode_path(page.address))));
    if (page.modified) out += fmt::format("<lastmod>{}</lastmod>", format_iso(*page.modified));
    out += "</url>\n";
  }
  return out + "</urlset>\n";
}

std::string robots(const Site& site) {
  const std::string refused =
      site.editing == nullptr ? "" : fmt::format("Disallow: {}\n", site.base.link(editor_address));
  return fmt::format("User-agent: *\nAllow: /\n{}\nSitemap: {}\n", refused,
                     site.base.absolute("/sitemap.xml"));
}

std::vector<std::string> feed_paths(const Site& site) {
  std::vector<std::string> paths;
  if (has_news(site)) paths.push_back(feed_path());
  for (const EntryId id : programmes_with_news(site)) paths.push_back(feed_path(&site.entries[id]));
  return paths;
}

std::vector<OutputFile> make_feeds(const Site& site) {
  std::vector<OutputFile> files;
  if (has_news(site)) files.push_back({feed_path(), atom_feed(site), {}});
  for (const EntryId id : programmes_with_news(site)) {
    const Entry& programme = site.entries[id];
    files.push_back({feed_path(&programme), atom_feed(site, &programme), {}});
  }
  return files;
}

std::vector<std::string> crawler_paths() {
  return {std::string(sitemap_path), std::string(robots_path)};
}

std::vector<OutputFile> make_crawler_files(const Site& site) {
  return {{std::string(sitemap_path), sitemap(site), {}},
          {std::string(robots_path), robots(site), {}}};
}

}  // namespace pes
