#include "publish/feeds.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "site/lists.h"
#include "text/markup.h"

namespace pes {

namespace {

constexpr std::size_t feed_length = 20;
// A feed needs a date even while it has no entry.
constexpr std::string_view undated = "1970-01-01";

std::string timestamp(std::optional<Date> date) {
  return fmt::format("{}T00:00:00Z", date ? format_iso(*date) : std::string(undated));
}

std::vector<const Entry*> newest(const Site& site) {
  std::vector<const Entry*> entries;
  for (const Entry& entry : site.entries) {
    if (goes_into_feed(entry)) entries.push_back(&entry);
  }
  std::stable_sort(entries.begin(), entries.end(),
                   [](const Entry* a, const Entry* b) { return *a->date > *b->date; });
  entries.resize(std::min(entries.size(), feed_length));
  return entries;
}

std::string feed_entry(const Site& site, const Entry& entry) {
  const std::string url = escape_markup(site.base.absolute(encode_path(entry.address)));
  const std::string& author =
      entry.decision->name.empty() ? site.organisation : entry.decision->name;
  return fmt::format(
      "<entry>\n<title>{}</title>\n<id>{}</id>\n<link href=\"{}\"/>\n<updated>{}</updated>\n"
      "<author><name>{}</name></author>\n<summary>{}</summary>\n</entry>\n",
      escape_markup(entry.title), url, url, timestamp(entry.date), escape_markup(author),
      escape_markup(entry.summary));
}

}  // namespace

std::string atom_feed(const Site& site) {
  const std::vector<const Entry*> entries = newest(site);
  const std::string home = escape_markup(site.base.absolute("/"));
  std::string out = fmt::format(
      "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
      "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"fr\">\n"
      "<title>{}</title>\n<id>{}</id>\n<link href=\"{}\"/>\n<link rel=\"self\" href=\"{}\"/>\n"
      "<updated>{}</updated>\n<author><name>{}</name></author>\n",
      escape_markup(site.title), home, home, escape_markup(site.base.absolute("/flux.xml")),
      timestamp(entries.empty() ? std::nullopt : entries.front()->date),
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
  return fmt::format("User-agent: *\nAllow: /\n\nSitemap: {}\n",
                     site.base.absolute("/sitemap.xml"));
}

std::span<const Feed> all_feeds() {
  static constexpr std::array feeds = {Feed{"flux.xml", atom_feed}, Feed{"sitemap.xml", sitemap},
                                       Feed{"robots.txt", robots}};
  return feeds;
}

}  // namespace pes
