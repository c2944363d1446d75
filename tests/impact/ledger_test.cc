#include "impact/ledger.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

#include "impact/breakdown.h"
#include "support/records.h"

namespace pes::test {

namespace {

const std::vector<Indicator> people = {{.id = "personnes", .one = "personne", .many = "personnes"}};

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
  Total total = make_ledger(people, records, today, {}, found).front();
  CHECK(found.all().empty());
  return total;
}

// The part of a key in a breakdown, or what is not attributed for an empty key; -1 for no such
// part.
Decimal part(const std::vector<Record>& records, Dimension dimension, std::string_view key) {
  const Breakdown breakdown = break_down(add_up(records), records, dimension);
  if (key.empty()) return breakdown.rest;
  const Part* found = find_part(breakdown, key);
  return found == nullptr ? whole(-1) : found->value;
}

std::size_t counted(const Total& total) {
  return static_cast<std::size_t>(
      std::count_if(total.entries.begin(), total.entries.end(),
                    [](const LedgerEntry& e) { return e.standing == Standing::counted; }));
}

}  // namespace

TEST_CASE("ledger: without a statement, records add up") {
  const std::vector<Record> records = {project("date: 2023-05-01\nimpact: {personnes: 3}\n"),
                                       project("date: 2024-05-01\nimpact: {personnes: 4}\n")};

  CHECK(add_up(records).value == whole(7));
  CHECK(part(records, Dimension::year, "2023") == whole(3));
  CHECK(part(records, Dimension::programme, "dla") == whole(7));
}

TEST_CASE("ledger: a yearly statement replaces the records of its year") {
  const std::vector<Record> records = {project("date: 2023-05-01\nimpact: {personnes: 3}\n"),
                                       project("date: 2024-05-01\nimpact: {personnes: 4}\n"),
                                       statement("annee: 2023\nchiffres: {personnes: 10}\n")};

  CHECK(add_up(records).value == whole(14));
  CHECK(part(records, Dimension::year, "2023") == whole(10));
}

TEST_CASE("ledger: what a statement covers divides it, as far as it goes") {
  const std::vector<Record> records = {
      project("date: 2023-05-01\nterritoire: Dijon\nimpact: {personnes: 3}\n"),
      statement("annee: 2023\nchiffres: {personnes: 10}\n"),
      statement("cumul: oui\nau: 2023-12-31\nchiffres: {personnes: 100}\n")};

  CHECK(add_up(records).value == whole(100));
  CHECK(part(records, Dimension::territory, "dijon") == whole(3));
  CHECK(part(records, Dimension::territory, "") == whole(97));
  CHECK(part(records, Dimension::year, "2023") == whole(10));
  CHECK(part(records, Dimension::year, "") == whole(90));
}

TEST_CASE("ledger: a cumulative statement replaces everything up to its last day") {
  const std::vector<Record> records = {
      project("date: 2023-12-31\nimpact: {personnes: 3}\n"),
      project("date: 2024-01-01\nimpact: {personnes: 4}\n"), project("impact: {personnes: 5}\n"),
      statement("annee: 2023\nchiffres: {personnes: 10}\n"),
      statement("cumul: oui\nau: 2023-12-31\nchiffres: {personnes: 100}\n")};

  CHECK(add_up(records).value == whole(104));
  CHECK(counted(add_up(records)) == 2);
}

TEST_CASE("ledger: of two cumulative statements the later one counts, and covers the other") {
  const std::vector<Record> records = {
      statement("cumul: oui\nau: 2020-12-31\nchiffres: {personnes: 40}\n"),
      statement("annee: 2021\nchiffres: {personnes: 10}\n"),
      statement("cumul: oui\nau: 2022-12-31\nchiffres: {personnes: 60}\n")};
  const Total total = add_up(records);

  CHECK(total.value == whole(60));
  CHECK(covered_entries(total)[1] == std::vector<std::size_t>{0, 2});
}

TEST_CASE("ledger: a yearly statement that a cumulative one covers in part is set aside") {
  const std::vector<Record> records = {
      project("date: 2023-09-01\nimpact: {personnes: 4}\n"),
      statement("annee: 2023\nchiffres: {personnes: 10}\n"),
      statement("cumul: oui\nau: 2023-06-30\nchiffres: {personnes: 100}\n")};
  Diagnostics found;

  const Total total = make_ledger(people, records, today, {}, found).front();

  CHECK(rules_of(found) == std::vector{Rule::partial_overlap});
  CHECK(total.value == whole(104));
}

TEST_CASE("ledger: a cumulative statement without a last day covers everything") {
  const Total total = add_up({project("date: 2025-01-01\nimpact: {personnes: 4}\n"),
                              statement("annee: 2025\nchiffres: {personnes: 10}\n"),
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
  const std::vector<Record> records = {project("date: 2023-05-01\nimpact: {personnes: 3}\n"),
                                       statement("annee: 2023\nchiffres: {personnes: 10}\n"
                                                 "par_dispositif: {dla: {personnes: 6}}\n")};

  CHECK(part(records, Dimension::programme, "dla") == whole(6));
  CHECK(part(records, Dimension::programme, "") == whole(4));
  CHECK(cut_of(add_up(records), records, {{Dimension::programme, "dla"}, {Dimension::year, "2023"}})
            ->value == whole(6));
}

TEST_CASE("ledger: drafts do not count, unless asked for") {
  const std::vector<Record> records = {
      project("brouillon: oui\ndate: 2023-05-01\nimpact: {personnes: 3}\n")};
  Diagnostics found;

  CHECK(make_ledger(people, records, today, {}, found).front().value == whole(0));
  CHECK(make_ledger(people, records, with_drafts, {}, found).front().value == whole(3));
}

TEST_CASE("ledger: nothing counts before its day of publication") {
  CHECK(add_up({statement("cumul: oui\npublication: 2026-01-16\nchiffres: {personnes: 10}\n")})
            .value == whole(0));
  CHECK(add_up({statement("cumul: oui\npublication: 2026-01-15\nchiffres: {personnes: 10}\n")})
            .value == whole(10));
}

TEST_CASE("ledger: what begins after the decision day does not count yet") {
  const std::vector<Record> records = {statement("annee: 2026\nchiffres: {personnes: 10}\n"),
                                       statement("annee: 2027\nchiffres: {personnes: 11}\n")};
  Diagnostics found;

  CHECK(make_ledger(people, records, today, {}, found).front().value == whole(10));
  CHECK(rules_of(found) == std::vector{Rule::future_figure});
}

TEST_CASE("ledger: two statements of one period and undated records are reported") {
  const std::vector<Record> records = {statement("annee: 2023\nchiffres: {personnes: 10}\n"),
                                       statement("annee: 2023\nchiffres: {personnes: 11}\n"),
                                       project("impact: {personnes: 5}\n")};
  Diagnostics found;

  make_ledger(people, records, today, {}, found);

  CHECK(rules_of(found) == std::vector{Rule::same_period, Rule::undated_figure});
}

TEST_CASE("ledger: a sum that does not fit is an error, not a wrong number") {
  std::vector<Record> records;
  for (int i = 0; i < 10; ++i) {
    records.push_back(project("date: 2023-05-01\nimpact: {personnes: 1000000000000000}\n"));
  }
  Diagnostics found;

  make_ledger(people, records, today, {}, found);

  CHECK(rules_of(found).front() == Rule::figure_overflow);
}

TEST_CASE("ledger: a window takes what lies wholly in it") {
  const std::vector<Record> records = {
      statement("cumul: oui\nau: 2020-12-31\nchiffres: {personnes: 100}\n"),
      statement("annee: 2021\ndate: 2022-03-01\nchiffres: {personnes: 10}\n"),
      project("date: 2022-05-01\nimpact: {personnes: 4}\n")};
  const auto value = [&](const LedgerWindow& window) {
    Diagnostics found;
    return make_ledger(people, records, today, window, found).front().value;
  };
  const auto day = [](const char* text) { return parse_date(text).date; };

  CHECK(value({}) == whole(114));
  CHECK(value({.from = day("2021-01-01")}) == whole(14));
  CHECK(value({.to = day("2021-12-31")}) == whole(110));
  CHECK(value({.from = day("2021-06-01")}) == whole(4));
  CHECK(value({.known_on = day("2022-02-28")}) == whole(100));
  CHECK(value({.known_on = day("2022-03-01")}) == whole(110));
}

TEST_CASE("ledger: of a stock the latest state counts, and years are never added") {
  const std::vector<Indicator> members = {
      {.id = "adherents", .one = "adhérent", .many = "adhérents", .nature = Nature::stock}};
  const std::vector<Record> records = {
      statement("annee: 2022\nchiffres: {adherents: 50}\n"),
      statement(
          "annee: 2023\nchiffres: {adherents: 45}\npar_dispositif: {dla: {adherents: 20}}\n")};
  Diagnostics found;
  const Total total = make_ledger(members, records, today, {}, found).front();
  const Breakdown years = break_down(total, records, Dimension::year);
  const Breakdown programmes = break_down(total, records, Dimension::programme);

  CHECK(total.value == whole(45));
  CHECK_FALSE(years.additive);
  CHECK(find_part(years, "2022")->value == whole(50));
  CHECK(find_part(programmes, "dla")->value == whole(20));
  CHECK(programmes.rest == whole(25));
}

TEST_CASE("ledger: of a rate the latest cohort counts, and nothing is averaged") {
  const std::vector<Indicator> rates = {
      {.id = "insertion", .one = "en emploi", .many = "en emploi", .nature = Nature::rate}};
  const std::vector<Record> records = {
      statement("annee: 2023\nchiffres: {insertion: {numerateur: 45, denominateur: 60}}\n"),
      statement("annee: 2024\nchiffres: {insertion: {numerateur: 1, denominateur: 2, cohorte: "
                "2022}}\n")};
  Diagnostics found;
  const Total total = make_ledger(rates, records, today, {}, found).front();
  const Breakdown years = break_down(total, records, Dimension::year);

  CHECK(total.value == whole(45));
  CHECK(total.base == whole(60));
  CHECK(find_part(years, "2022")->base == whole(2));
  CHECK(find_part(years, "2024") == nullptr);
  CHECK_FALSE(years.additive);
}

namespace {

// A ledger of statements and records without contradictions: what is covered is small.
std::vector<Record> random_records(std::mt19937& random) {
  const auto pick = [&](int most) {
    return static_cast<int>(random() % static_cast<unsigned>(most));
  };
  const char* places[] = {"", "territoire: Dijon\n", "territoire: Beaune\n"};
  const char* themes[] = {"", "themes: [culture]\n", "themes: [culture, emploi]\n"};
  std::vector<Record> records;
  for (int year = 2015; year < 2025; ++year) {
    const std::string y = std::to_string(year);
    if (pick(3) == 0) {
      records.push_back(
          statement("annee: " + y + "\nchiffres: {personnes: " + std::to_string(200 + pick(50)) +
                    "}\n" + (pick(2) == 0 ? "par_dispositif: {dla: {personnes: 150}}\n" : "")));
    }
    if (pick(5) == 0) {
      records.push_back(statement("cumul: oui\nau: " + y + "-12-31\nchiffres: {personnes: " +
                                  std::to_string(10000 + 300 * (year - 2015)) + "}\n"));
    }
  }
  const int count = pick(12);
  for (int i = 0; i < count; ++i) {
    const std::string date =
        pick(8) == 0 ? "" : "date: " + std::to_string(2015 + pick(10)) + "-05-01\n";
    records.push_back(project(date + places[pick(3)] + themes[pick(3)] + "structure: S" +
                              std::to_string(pick(4)) +
                              "\nimpact: {personnes: " + std::to_string(pick(10)) + "}\n"));
  }
  return records;
}

Total total_of(const std::vector<Record>& records) {
  Diagnostics ignored;  // undated records, where nothing covers them
  Total total = make_ledger(people, records, today, {}, ignored).front();
  CHECK(ignored.count(Severity::error) == 0);
  return total;
}

Decimal sum_of(const Breakdown& breakdown) {
  Decimal sum = breakdown.rest;
  for (const Part& part : breakdown.parts) sum = *add(sum, part.value);
  return sum;
}

}  // namespace

TEST_CASE("ledger: over random ledgers, the parts of every breakdown add up to the total") {
  std::mt19937 random(2024);
  for (int round = 0; round < 1500; ++round) {
    const std::vector<Record> records = random_records(random);
    const Total total = total_of(records);
    for (const Dimension dimension :
         {Dimension::programme, Dimension::territory, Dimension::year, Dimension::structure}) {
      CHECK(sum_of(break_down(total, records, dimension)) == total.value);
    }
    Decimal crossed;
    for (const Parcel& parcel :
         parcels_of(total, records, {Dimension::programme, Dimension::year})) {
      CHECK(parcel.value > Decimal{});
      crossed = *add(crossed, parcel.value);
    }
    CHECK(crossed == total.value);
  }
}

TEST_CASE("ledger: over random ledgers, every explained total adds up to itself again") {
  std::mt19937 random(7);
  for (int round = 0; round < 1500; ++round) {
    const Total total = total_of(random_records(random));
    Decimal sum;
    for (const LedgerEntry& entry : total.entries) {
      CHECK((entry.standing == Standing::covered) == entry.covered_by.has_value());
      if (entry.standing == Standing::counted) sum = *add(sum, entry.figure.value);
    }
    CHECK(sum == total.value);
  }
}

TEST_CASE("ledger: over random ledgers, the order of files never matters") {
  std::mt19937 random(11);
  for (int round = 0; round < 1000; ++round) {
    std::vector<Record> records = random_records(random);
    const Total before = total_of(records);
    const Breakdown places = break_down(before, records, Dimension::territory);
    std::shuffle(records.begin(), records.end(), random);
    const Total after = total_of(records);
    const Breakdown shuffled = break_down(after, records, Dimension::territory);

    CHECK(after.value == before.value);
    CHECK(after.precision == before.precision);
    CHECK(after.as_of == before.as_of);
    REQUIRE(shuffled.parts.size() == places.parts.size());
    for (std::size_t i = 0; i < places.parts.size(); ++i) {
      CHECK(shuffled.parts[i].name == places.parts[i].name);
      CHECK(shuffled.parts[i].value == places.parts[i].value);
    }
  }
}

TEST_CASE("ledger: over random ledgers, adding a covered record never changes the total") {
  std::mt19937 random(13);
  int covered = 0;
  for (int round = 0; round < 1000; ++round) {
    std::vector<Record> records = random_records(random);
    const Total before = total_of(records);
    const int year = 2015 + static_cast<int>(random() % 10U);
    records.push_back(
        project("date: " + std::to_string(year) + "-07-01\nimpact: {personnes: 5}\n"));
    const Total after = total_of(records);
    const bool is_covered =
        std::any_of(after.entries.begin(), after.entries.end(), [&](const LedgerEntry& entry) {
          return entry.record == records.size() - 1 && entry.standing == Standing::covered;
        });
    covered += is_covered ? 1 : 0;

    CHECK(after.value == (is_covered ? before.value : *add(before.value, whole(5))));
  }
  CHECK(covered > 100);
}

}  // namespace pes::test
