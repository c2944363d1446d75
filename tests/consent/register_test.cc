#include "consent/register.h"

#include <doctest/doctest.h>

#include "support/records.h"

namespace pes::test {

namespace {

Record testimonial(const std::string& consent) {
  return make_record("temoignage", "a",
                     "titre: T\nstructure: S\nforme: citation\nauteur: Ada Exemple\n"
                     "dispositif: d\n" +
                         consent);
}

// The register of one record on a day.
Table register_of(const Record& record, const char* day, std::optional<Date> lapsing_by = {}) {
  const std::vector<Record> records = {record};
  const SourceFiles files = {{"content/temoignages/a.md", ""}};
  const Date date = parse_date(day).date;
  Diagnostics found;
  const std::vector<Decision> decisions = {decide(record, {}, {date, false}, found)};
  return consent_table({records, decisions, files, {}, date, lapsing_by, Language::fr});
}

std::vector<std::string> texts(const std::vector<Cell>& row) {
  std::vector<std::string> out;
  for (const Cell& cell : row) out.push_back(cell.text);
  return out;
}

const std::string written =
    "consentement:\n  base: accord-ecrit\n  recueilli_le: 2024-03-12\n  duree: P2Y\n"
    "  preuve: R\n  portee: {nom: prenom-initiale, photo: oui}\n  supports: [site, flux]\n";

}  // namespace

TEST_CASE("register: a consent with everything that it says, and no name") {
  const Table table = register_of(testimonial(written), "2025-01-01");

  REQUIRE(table.rows.size() == 1);
  CHECK(texts(table.rows[0]) == std::vector<std::string>{"temoignages/a", "texte", "publié",
                                                         "valable", "accord-ecrit", "2026-03-12",
                                                         "prenom-initiale", "oui", "site, flux"});
  for (const TableFormat format : {TableFormat::table, TableFormat::json, TableFormat::csv}) {
    CHECK(write_tables({&table, 1}, format).find("Ada") == std::string::npos);
  }
}

TEST_CASE("register: what is withheld says why") {
  CHECK(texts(register_of(testimonial(""), "2025-01-01").rows[0])[3] == "sans-consentement");
  CHECK(texts(register_of(testimonial(written), "2026-03-13").rows[0])[3] == "expire");
  CHECK(texts(register_of(testimonial(written), "2026-03-13").rows[0])[2] == "retenu");
  CHECK(texts(register_of(testimonial(written + "  retrait: 2024-06-01\n"), "2025-01-01")
                  .rows[0])[3] == "retire");
  CHECK(texts(register_of(testimonial("brouillon: oui\n" + written), "2025-01-01").rows[0])[3] ==
        "brouillon");
}

TEST_CASE("register: only what is published and lapses in time") {
  const Date limit = parse_date("2026-03-12").date;

  CHECK(register_of(testimonial(written), "2026-01-12", limit).rows.size() == 1);
  CHECK(
      register_of(testimonial(written), "2026-01-12", parse_date("2026-03-11").date).rows.empty());
  CHECK(register_of(testimonial(written), "2026-03-13", limit).rows.empty());
  CHECK(
      register_of(testimonial("consentement: {base: publication-existante}\n"), "2026-01-12", limit)
          .rows.empty());
}

TEST_CASE("register: the people on a photo have a line of their own") {
  const Record project = make_record(
      "projet", "a",
      "titre: T\ndispositif: d\nphoto:\n  fichier: a.jpg\n  alt: Ici\n  personnes: 2\n"
      "  consentement: {base: accord-oral, recueilli_le: 2024-01-01, expire_le: 2025-01-01, "
      "preuve: R}\n");
  const Record plain = make_record("projet", "a", "titre: T\ndispositif: d\n");

  CHECK(texts(register_of(project, "2024-06-01").rows[0])[1] == "photo");
  CHECK(texts(register_of(project, "2024-06-01").rows[0])[2] == "publié");
  CHECK(texts(register_of(project, "2026-06-01").rows[0])[2] == "retenu");
  CHECK(register_of(plain, "2024-06-01").rows.empty());
}

}  // namespace pes::test
