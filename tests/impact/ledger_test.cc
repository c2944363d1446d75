#include "impact/ledger.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

#include "support/records.h"

namespace pes::test {

namespace {

const std::vector<Indicator> people = {{"personnes", "personne", "personnes", "une fois", 100}};

const DecisionDay today{parse_date("2026-01-15").date, false};
const DecisionDay with_drafts{today.day, true};

Record project(const std::string& more) {
  return make_record("projet", "p", "titre: T\ndispositif: dla\n" + more);
}

Record statement(const std::string& more) {
  return make_record("bilan", "b", "titre: T\nsource: S\n" + more);
}

Total add_up(const std::vector<Record>& records) {
  Diagnostics found;
  Total total = make_ledger(people, records, today, found).front();
  CHECK(found.all().empty());
  return total;
}

}  // namespace

TEST_CASE("ledger: without a statement, records add up") {
  const Total total = add_up({project("date: 2023-05-01\nimpact: {personnes: 3}\n"),
                              project("date: 2024-05-01\nimpact: {personnes: 4}\n")});

  CHECK(total.value == whole(7));
  CHECK(total.by_year.size() == 2);
  CHECK(share_of(total.by_programme, "dla") == whole(7));
}

TEST_CASE("ledger: a yearly statement replaces the records of its year") {
  const Total total = add_up({project("date: 2023-05-01\nimpact: {personnes: 3}\n"),
                              project("date: 2024-05-01\nimpact: {personnes: 4}\n"),
                              statement("annee: 2023\nchiffres: {personnes: 10}\n")});

  CHECK(total.value == whole(14));
  CHECK(share_of(total.by_year, "2023") == whole(10));
  CHECK(total.no_programme == whole(10));
}

TEST_CASE("ledger: a cumulative statement replaces everything up to its last day") {
  const Total total = add_up(
      {project("date: 2023-12-31\nimpact: {personnes: 3}\n"),
       project("date: 2024-01-01\nimpact: {personnes: 4}\n"), project("impact: {personnes: 5}\n"),
       statement("annee: 2023\nchiffres: {personnes: 10}\n"),
       statement("cumul: oui\nau: 2023-12-31\nchiffres: {personnes: 100}\n")});

  CHECK(total.value == whole(104));
  CHECK(total.entries.size() == 2);
  CHECK(total.no_year == whole(100));
}

TEST_CASE("ledger: a cumulative statement without a last day covers everything") {
  const Total total = add_up({project("date: 2030-01-01\nimpact: {personnes: 4}\n"),
                              statement("annee: 2030\nchiffres: {personnes: 10}\n"),
                              statement("cumul: oui\nau: 2023-12-31\nchiffres: {personnes: 9}\n"),
                              statement("cumul: oui\nchiffres: {personnes: {valeur: 100, "
                                        "precision: pres-de}}\n")});

  CHECK(total.value == whole(100));
  CHECK(total.precision == Precision::nearly);
  CHECK_FALSE(total.as_of.has_value());
}

TEST_CASE("ledger: a stated precision ends with the first later figure") {
  const Total total = add_up(
      {statement("cumul: oui\nau: 2023-12-31\nchiffres: {personnes: {valeur: 100, precision: "
                 "pres-de}}\n"),
       project("date: 2024-01-01\nimpact: {personnes: 4}\n")});

  CHECK(total.precision == Precision::computed);
  CHECK(format_iso(*total.as_of) == "2024-01-01");
}

TEST_CASE("ledger: parts by programme come from the statement that counts") {
  const Total total = add_up({project("date: 2023-05-01\nimpact: {personnes: 3}\n"),
                              statement("annee: 2023\nchiffres: {personnes: 10}\n"
                                        "par_dispositif: {dla: {personnes: 6}}\n")});

  CHECK(share_of(total.by_programme, "dla") == whole(6));
  CHECK(total.no_programme == whole(4));
}

TEST_CASE("ledger: drafts do not count, unless asked for") {
  const std::vector<Record> records = {
      project("brouillon: oui\ndate: 2023-05-01\nimpact: {personnes: 3}\n")};
  Diagnostics found;

  CHECK(make_ledger(people, records, today, found).front().value == whole(0));
  CHECK(make_ledger(people, records, with_drafts, found).front().value == whole(3));
}

TEST_CASE("ledger: nothing counts before its day of publication") {
  CHECK(add_up({statement("cumul: oui\npublication: 2026-01-16\nchiffres: {personnes: 10}\n")})
            .value == whole(0));
  CHECK(add_up({statement("cumul: oui\npublication: 2026-01-15\nchiffres: {personnes: 10}\n")})
            .value == whole(10));
}

TEST_CASE("ledger: two statements of one period and undated records are reported") {
  const std::vector<Record> records = {statement("annee: 2023\nchiffres: {personnes: 10}\n"),
                                       statement("annee: 2023\nchiffres: {personnes: 11}\n"),
                                       project("impact: {personnes: 5}\n")};
  Diagnostics found;

  make_ledger(people, records, today, found);

  CHECK(rules_of(found) == std::vector{Rule::same_period, Rule::undated_figure});
}

TEST_CASE("ledger: a sum that does not fit is an error, not a wrong number") {
  std::vector<Record> records;
  for (int i = 0; i < 10; ++i) {
    records.push_back(project("date: 2023-05-01\nimpact: {personnes: 1000000000000000}\n"));
  }
  Diagnostics found;

  make_ledger(people, records, today, found);

  CHECK(rules_of(found).front() == Rule::figure_overflow);
}

TEST_CASE("ledger: over random ledgers, parts add up and the order of files never matters") {
  std::mt19937 random(2024);
  const auto pick = [&](int most) {
    return static_cast<int>(random() % static_cast<unsigned>(most));
  };
  for (int round = 0; round < 300; ++round) {
    std::vector<Record> records;
    for (int i = 0; i < 8; ++i) {
      const std::string year = std::to_string(2020 + pick(5));
      const std::string value = std::to_string(pick(50));
      switch (pick(4)) {
        case 0:
          records.push_back(statement("annee: " + std::to_string(2020 + i) +
                                      "\nchiffres: {personnes: " + value +
                                      "}\npar_dispositif: {dla: {personnes: 1}}\n"));
          break;
        case 1:
          records.push_back(statement("cumul: oui\nau: 202" + std::to_string(i % 10) +
                                      "-06-30\nchiffres: {personnes: " + value + "}\n"));
          break;
        default:
          records.push_back(
              project("date: " + year + "-05-01\nimpact: {personnes: " + value + "}\n"));
      }
    }
    Diagnostics found;
    const Total total = make_ledger(people, records, today, found).front();
    Decimal programmes = total.no_programme;
    Decimal years = total.no_year;
    Decimal entries;
    for (const Share& share : total.by_programme) programmes = *add(programmes, share.value);
    for (const Share& share : total.by_year) years = *add(years, share.value);
    for (const LedgerEntry& entry : total.entries) entries = *add(entries, entry.value);
    std::shuffle(records.begin(), records.end(), random);

    CHECK(programmes == total.value);
    CHECK(years == total.value);
    CHECK(entries == total.value);
    CHECK(make_ledger(people, records, today, found).front().value == total.value);
  }
}

}  // namespace pes::test
