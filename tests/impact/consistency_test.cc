#include "impact/consistency.h"

#include <doctest/doctest.h>

#include "support/records.h"

namespace pes::test {

namespace {

const std::vector<Indicator> people = {{.id = "personnes", .one = "personne", .many = "personnes"}};

Record project(const std::string& more) {
  return make_record("projet", "p", "titre: T\ndispositif: dla\n" + more);
}

Record statement(const std::string& more) {
  return make_record("bilan", "b", "titre: T\nsource: S\n" + more);
}

std::vector<Rule> check(const std::vector<Record>& records) {
  Diagnostics ignored;
  const DecisionDay today{parse_date("2026-01-15").date, false};
  const auto ledger = make_ledger(people, records, today, {}, ignored);
  Diagnostics found;
  check_consistency(ledger, records, found);
  return rules_of(found);
}

}  // namespace

TEST_CASE("consistency: records may fill a statement, but not exceed it") {
  const Record whole_year = statement("annee: 2023\nchiffres: {personnes: 10}\n");

  CHECK(check({whole_year, project("date: 2023-05-01\nimpact: {personnes: 10}\n")}).empty());
  CHECK(check({whole_year, project("date: 2023-05-01\nimpact: {personnes: 11}\n")}) ==
        std::vector{Rule::covered_exceed});
}

TEST_CASE("consistency: yearly statements may not exceed the cumulative one that covers them") {
  CHECK(check({statement("cumul: oui\nau: 2023-12-31\nchiffres: {personnes: 10}\n"),
               statement("annee: 2022\nchiffres: {personnes: 6}\n"),
               statement("annee: 2023\nchiffres: {personnes: 5}\n")}) ==
        std::vector{Rule::covered_exceed});
}

TEST_CASE("consistency: a cumulative statement may not fall below an earlier one") {
  CHECK(check({statement("cumul: oui\nau: 2022-12-31\nchiffres: {personnes: 12}\n"),
               statement("cumul: oui\nau: 2023-12-31\nchiffres: {personnes: 10}\n")}) ==
        std::vector{Rule::covered_exceed});
}

TEST_CASE("consistency: programmes may not exceed their statement, nor records their programme") {
  CHECK(check({statement("annee: 2023\nchiffres: {personnes: 10}\npar_dispositif: {dla: "
                         "{personnes: 6}, crea: {personnes: 5}}\n")}) ==
        std::vector{Rule::programmes_exceed});
  CHECK(check({statement("annee: 2023\nchiffres: {personnes: 10}\npar_dispositif: {dla: "
                         "{personnes: 6}}\n"),
               project("date: 2023-05-01\nimpact: {personnes: 7}\n")}) ==
        std::vector{Rule::programme_exceeded});
}

TEST_CASE("consistency: programmes may not exceed a rate, neither its numerator nor its base") {
  const std::vector<Indicator> rates = {{.id = "ins", .nature = Nature::rate}};
  const std::vector<Record> records = {
      statement("annee: 2023\nchiffres: {ins: {numerateur: 45, denominateur: 60}}\n"
                "par_dispositif: {dla: {ins: {numerateur: 40, denominateur: 70}}}\n")};
  Diagnostics found;
  const auto ledger =
      make_ledger(rates, records, {parse_date("2026-01-15").date, false}, {}, found);

  check_consistency(ledger, records, found);

  CHECK(rules_of(found) == std::vector{Rule::programmes_exceed});
}

TEST_CASE("consistency: two records of one structure, programme and year are suspicious") {
  const std::string same = "structure: La Boucle\ndate: 2023-05-01\nimpact: {personnes: 3}\n";

  CHECK(check({project(same), project("structure: la boucle\ndate: 2023-09-01\nimpact: "
                                      "{personnes: 2}\n")}) == std::vector{Rule::double_count});
  CHECK(check({project(same),
               project("structure: La Boucle\ndate: 2024-05-01\nimpact: {personnes: 3}\n")})
            .empty());
}

}  // namespace pes::test
