#include "site/narrowing.h"

#include <doctest/doctest.h>

namespace pes::test {

namespace {

Record record_of(const char* kind, const char* slug) {
  Record record;
  record.kind = &kind_named(kind);
  record.slug = slug;
  record.values.resize(record.kind->fields.size());
  return record;
}

struct Fixture {
  std::vector<Record> records = {record_of("dispositif", "a"), record_of("dispositif", "b"),
                                 record_of("temoignage", "t"), record_of("projet", "p"),
                                 record_of("projet", "q")};
  std::vector<Entry> entries;

  Fixture() {
    for (const Record& record : records) {
      Entry entry;
      entry.record = &record;
      entry.address = record_address(record);
      entry.title = record.slug;
      entries.push_back(std::move(entry));
    }
    for (const std::size_t i : {2U, 3U})
      entries[i].programme = Programme{{"a", entries[0].address}, "", ""};
    entries[4].programme = Programme{{"b", entries[1].address}, "", ""};
  }
};

std::vector<std::string> addresses(const Section& filter) {
  std::vector<std::string> out;
  for (const Term& term : filter.terms) {
    out.push_back(term.link.address + " " + std::to_string(term.count));
  }
  return out;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("narrowing: only what holds something has a list") {
  const Fixture site;
  const NarrowingBook book(site.entries);

  Texts found;
  for (const Narrowing& crossing : book.crossings()) found.push_back(address_of(crossing));

  CHECK(found ==
        Texts{"/dispositifs/a/temoignages/", "/dispositifs/a/projets/", "/dispositifs/b/projets/"});
  CHECK(book.entries({&site.entries[0], nullptr}) == std::vector<EntryId>{2, 3});
  CHECK(book.entries({&site.entries[1], &kind_named("projet")}) == std::vector<EntryId>{4});
}

TEST_CASE("narrowing: filters lead to every other list, with its number of records") {
  const Fixture site;
  const NarrowingBook book(site.entries);

  const auto crossing = book.filters({&site.entries[0], &kind_named("projet")});

  REQUIRE(crossing.size() == 2);
  CHECK(addresses(crossing[0]) ==
        Texts{"/dispositifs/a/ 2", "/dispositifs/a/temoignages/ 1", "/dispositifs/a/projets/ 1"});
  CHECK(addresses(crossing[1]) ==
        Texts{"/projets/ 2", "/dispositifs/a/projets/ 1", "/dispositifs/b/projets/ 1"});
}

TEST_CASE("narrowing: there is no list of everything to widen to") {
  const Fixture site;
  const NarrowingBook book(site.entries);

  const auto of_kind = book.filters({nullptr, &kind_named("temoignage")});

  REQUIRE(of_kind.size() == 2);
  CHECK(addresses(of_kind[0]) == Texts{"/temoignages/ 1", "/projets/ 2"});
  CHECK(addresses(of_kind[1]) == Texts{"/temoignages/ 1", "/dispositifs/a/temoignages/ 1"});
}

}  // namespace pes::test
