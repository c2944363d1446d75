#include "publish/feeds.h"

#include <doctest/doctest.h>

#include "support/files.h"
#include "support/records.h"

namespace pes::test {

namespace {

// A site of projects with these dates; an empty date is none.
struct Feed {
  std::vector<Record> records;
  Decision shown;
  Site site;

  explicit Feed(const std::vector<std::string>& dates) {
    for (const std::string& date : dates) {
      records.push_back(make_record(
          "projet", "p" + std::to_string(records.size()),
          "titre: Le <projet>\ndispositif: d\n" + (date.empty() ? "" : "date: " + date + "\n")));
    }
    site.base = parse_base_url("https://x.fr/sous/");
    site.organisation = "A & B";
    for (const Record& record : records) {
      Entry entry;
      entry.record = &record;
      entry.decision = &shown;
      entry.address = record_address(record);
      entry.title = text_of(field(record, "titre"));
      entry.date = date_of(field(record, "date"));
      site.entries.push_back(entry);
    }
  }
};

}  // namespace

TEST_CASE("feeds: the newest first, undated records left out") {
  const std::string atom = atom_feed(Feed({"2023-01-01", "", "2024-03-12"}).site);

  CHECK(occurrences(atom, "<entry>") == 2);
  CHECK(atom.find("/projets/p2/") < atom.find("/projets/p0/"));
  CHECK(atom.find("<updated>2024-03-12T00:00:00Z</updated>") < atom.find("<entry>"));
}

TEST_CASE("feeds: twenty entries at most") {
  CHECK(occurrences(atom_feed(Feed(std::vector<std::string>(30, "2024-01-01")).site), "<entry>") ==
        20);
}

TEST_CASE("feeds: addresses are absolute and texts escaped") {
  const std::string atom = atom_feed(Feed({"2024-01-01"}).site);

  CHECK(atom.find("<link href=\"https://x.fr/sous/projets/p0/\"/>") != std::string::npos);
  CHECK(atom.find("Le &lt;projet&gt;") != std::string::npos);
  CHECK(atom.find("A &amp; B") != std::string::npos);
}

TEST_CASE("feeds: only what a consent for feeds covers") {
  Feed feed({"2024-01-01"});
  REQUIRE(make_feeds(feed.site).size() == 1);
  feed.shown.purposes[index_of(Purpose::feed)] = false;

  CHECK(make_feeds(feed.site).empty());
  CHECK(feed_paths(feed.site).empty());
}

TEST_CASE("feeds: nothing is told by no feed, since no date of it would be true") {
  const Feed empty({""});
  const Feed told({"", "2024-01-01"});

  CHECK(make_feeds(empty.site).empty());
  CHECK(make_feeds(told.site).front().path == feed_path());
}

TEST_CASE("feeds: the sitemap leaves out what is not to be indexed") {
  Site site;
  site.base = parse_base_url("https://x.fr");
  site.pages.resize(2);
  site.pages[0].address = "/a/";
  site.pages[0].modified = parse_date("2024-03-12").date;
  site.pages[1].address = "/404.html";
  site.pages[1].indexed = false;

  const std::string map = sitemap(site);

  CHECK(map.find("<loc>https://x.fr/a/</loc><lastmod>2024-03-12</lastmod>") != std::string::npos);
  CHECK(map.find("404") == std::string::npos);
  CHECK(robots(site).find("Sitemap: https://x.fr/sitemap.xml") != std::string::npos);
}

TEST_CASE("feeds: identifiers outlive a new base address, and differ between organisations") {
  Feed here({"2024-01-01"});
  const std::string before = atom_feed(here.site);
  const auto id_of = [](const std::string& atom) {
    const std::size_t at = atom.find("<id>", atom.find("<entry>"));
    return atom.substr(at, atom.find("</id>", at) - at);
  };

  here.site.base = parse_base_url("https://ailleurs.fr/");
  const std::string moved = atom_feed(here.site);
  here.site.organisation = "Une autre";
  const std::string other = atom_feed(here.site);

  CHECK(id_of(before).starts_with("<id>urn:uuid:"));
  CHECK(id_of(before) == id_of(moved));
  CHECK(id_of(before) != id_of(other));
}

}  // namespace pes::test
