#include "site/lists.h"

#include <doctest/doctest.h>

#include "site/relations.h"
#include "support/records.h"

namespace pes::test {

namespace {

Entry make_entry(const Record& record) {
  Entry entry;
  entry.record = &record;
  entry.title = text_of(field(record, "titre"));
  entry.date = date_of(field(record, "date"));
  entry.programme = Programme{{"D", "/dispositifs/d/"}, "", ""};
  const std::string territory(text_of(field(record, "territoire")));
  if (!territory.empty()) entry.territory = Link{territory, term_address("territoires", territory)};
  return entry;
}

Record project(const std::string& title, const std::string& more = "") {
  return make_record("projet", "p", "titre: " + title + "\ndispositif: d\n" + more);
}

}  // namespace

TEST_CASE("lists: newest first, then by title, undated last, sort keys before all") {
  const std::vector<Record> records = {project("Zèbre", "date: 2023-01-01\n"), project("Sans date"),
                                       project("Élan", "date: 2024-01-01\n"),
                                       project("Ébène", "date: 2024-01-01\n"),
                                       project("Premier", "tri: a\n")};
  std::vector<Entry> entries;
  for (const Record& record : records) entries.push_back(make_entry(record));

  sort_entries(entries, Collator(), Workers(2));

  std::vector<std::string> titles;
  for (const Entry& entry : entries) titles.push_back(entry.title);
  CHECK(titles == std::vector<std::string>{"Premier", "Ébène", "Élan", "Zèbre", "Sans date"});
}

TEST_CASE("lists: twenty-four records a page, each page linked to its neighbours") {
  Page first;
  first.address = "/projets/";
  first.title = "Projets";
  const std::vector<EntryId> ids(49, 0);

  const std::vector<Page> pages = paginate(first, ids);

  REQUIRE(pages.size() == 3);
  CHECK(pages[0].groups[0].shown.size() == 24);
  CHECK(pages[2].groups[0].shown.size() == 1);
  CHECK(pages[2].groups[0].total == 49);
  CHECK(pages[1].address == "/projets/page/2/");
  CHECK(pages[1].title != pages[0].title);
  CHECK(pages[1].pagination.previous == "/projets/");
  CHECK(pages[2].pagination.next.empty());
}

TEST_CASE("lists: an empty list is one page, a full one too") {
  Page first;
  first.address = "/projets/";

  CHECK(paginate(first, {}).size() == 1);
  CHECK(paginate(first, std::vector<EntryId>(24, 0)).size() == 1);
  CHECK(paginate(first, std::vector<EntryId>(25, 0)).size() == 2);
}

TEST_CASE("lists: names of one slug are one territory") {
  const std::vector<Record> records = {
      project("A", "territoire: Chenôve\n"), project("B", "territoire: chenove\n"),
      project("C", "territoire: Élan\n"), project("D", "territoire: Eau\n")};
  std::vector<Entry> entries;
  for (const Record& record : records) entries.push_back(make_entry(record));

  const std::vector<Gathering> territories = gather_by_territory(entries, Collator());

  REQUIRE(territories.size() == 3);
  CHECK(territories[0].link.title == "Chenôve");
  CHECK(territories[0].entries == std::vector<EntryId>{0, 1});
  CHECK(territories[1].link.title == "Eau");
}

TEST_CASE("lists: years are those of the records, newest first") {
  const std::vector<Record> records = {project("A", "date: 2022-01-01\n"),
                                       project("B", "date: 2024-01-01\n"), project("C")};
  std::vector<Entry> entries;
  for (const Record& record : records) entries.push_back(make_entry(record));

  const std::vector<Gathering> years = gather_by_year(entries);

  REQUIRE(years.size() == 2);
  CHECK(years[0].link.address == "/annees/2024/");
}

TEST_CASE("relations: up to three others, the closest first, never oneself") {
  const std::vector<Record> records = {project("A", "territoire: Dijon\n"), project("B"),
                                       project("C", "territoire: Dijon\n"), project("D"),
                                       project("E")};
  std::vector<Entry> entries;
  for (const Record& record : records) entries.push_back(make_entry(record));

  const auto related = find_related(entries);

  CHECK(related[0] == std::vector<EntryId>{2, 1, 3});
  CHECK(related[4] == std::vector<EntryId>{0, 1, 2});
}

}  // namespace pes::test
