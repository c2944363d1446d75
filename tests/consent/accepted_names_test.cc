#include "consent/accepted_names.h"

#include <doctest/doctest.h>

#include "support/records.h"

namespace pes::test {

namespace {

constexpr Date day{std::chrono::year(2026), std::chrono::month(1), std::chrono::day(15)};

// What is said of an exception, and whether it holds.
struct Read {
  std::vector<Rule> rules;
  std::vector<AcceptedName> accepted;
};

Read read(const std::string& row, Reason consent = Reason::no_consent) {
  const SourceFiles files = {{"content/temoignages/claire.md", ""},
                             {"content/projets/source.md", ""},
                             {"content/site.yml", ""}};
  std::vector<Record> records = {
      make_record("temoignage", "claire",
                  "titre: T\nstructure: S\nforme: citation\ndispositif: d\n"
                  "auteur: Claire Fontaine\n"),
      make_record("projet", "la-source", "titre: T\ndispositif: d\n"),
      make_record("site", "site",
                  "titre: T\ndescription: D\nbase_url: https://x.invalid/\norganisation: O\n"
                  "noms_acceptes:\n  - " +
                      row + "\n")};
  for (FileId i = 0; i < 3; ++i) records[i].file = i;
  std::vector<Decision> decisions(3);
  decisions[0].reason = decisions[0].consent = consent;
  Diagnostics found;
  Read out;
  out.accepted =
      read_accepted_names(records[2], records, decisions, files, {"charte.pdf"}, day, found);
  out.rules = rules_of(found);
  return out;
}

std::string row(const std::string& record, const std::string& place, const std::string& last,
                const std::string& reason = "une source") {
  return "{fiche: " + record + ", lieu: " + place + ", jusqu_au: " + last + ", motif: " + reason +
         "}";
}

}  // namespace

TEST_CASE("accepted names: a record and a place, whichever way they are named") {
  for (const char* place : {"projets/source", "projets/la-source", "content/projets/source.md"}) {
    const Read found = read(row("temoignages/claire", place, "2026-06-30"));
    CHECK(found.rules.empty());
    REQUIRE(found.accepted.size() == 1);
    CHECK(found.accepted[0].who == 0);
    CHECK(found.accepted[0].place == 1);
    CHECK(found.accepted[0].media.empty());
  }
  const Read document = read(row("temoignages/claire", "medias/charte.pdf", "2026-06-30"));
  REQUIRE(document.accepted.size() == 1);
  CHECK(document.accepted[0].media == "charte.pdf");
  CHECK(document.accepted[0].place == no_file);
}

TEST_CASE("accepted names: until the last day, a year at the most") {
  const auto rules = [](const char* last) {
    const Read found = read(row("temoignages/claire", "projets/source", last));
    CHECK(found.rules.empty() == (found.accepted.size() == 1));
    return found.rules;
  };
  CHECK(rules("2026-01-15").empty());
  CHECK(rules("2026-01-14") == std::vector{Rule::accepted_name_expired});
  CHECK(rules("2027-01-15").empty());
  CHECK(rules("2027-01-16") == std::vector{Rule::accepted_name_too_long});
}

TEST_CASE("accepted names: what holds nothing open") {
  const auto rules = [](const std::string& text, Reason consent = Reason::no_consent) {
    const Read found = read(text, consent);
    CHECK(found.accepted.empty());
    return found.rules;
  };
  const std::string who = "temoignages/claire";
  CHECK(rules(row("temoignages/autre", "projets/source", "2026-06-30")) ==
        std::vector{Rule::accepted_name_unknown});
  CHECK(rules(row(who, "projets/autre", "2026-06-30")) == std::vector{Rule::accepted_name_unknown});
  CHECK(rules(row(who, "medias/autre.pdf", "2026-06-30")) ==
        std::vector{Rule::accepted_name_unknown});
  CHECK(rules(row(who, who, "2026-06-30")) == std::vector{Rule::accepted_name_of_itself});
  CHECK(rules(row(who, "projets/source", "2026-06-30", "la fontaine dite Claire Fontaine")) ==
        std::vector{Rule::accepted_name_told});
  CHECK(rules(row(who, "projets/source", "2026-06-30"), Reason::withdrawn) ==
        std::vector{Rule::accepted_name_withdrawn});
}

}  // namespace pes::test
