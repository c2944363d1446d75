#include "impact/statistics.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "support/records.h"
#include "text/utf8.h"

namespace pes::test {

namespace {

const std::vector<Indicator> indicators = {
    {.id = "personnes", .one = "personne accompagnée", .many = "personnes accompagnées"},
    {.id = "emplois", .one = "emploi", .many = "emplois", .people = false}};

// A small association: two programmes, two years.
struct Sample {
  SourceFiles files = {{"content/a.md", "x\n"}};
  std::vector<Record> records = {
      make_record("bilan", "b",
                  "titre: T\nsource: S\nannee: 2023\nchiffres: {personnes: 1200}\n"
                  "par_dispositif: {dla: {personnes: 900}}\n"),
      make_record("projet", "p",
                  "titre: T\ndispositif: crea\ndate: 2024-05-01\nterritoire: Dijon\n"
                  "impact:\n  personnes: 2\n  emplois: 12,5\n")};
  std::vector<Total> ledger;
  Sample() {
    Diagnostics found;
    ledger = make_ledger(indicators, records, {parse_date("2026-01-15").date, false}, {}, found);
  }
  StatisticsInput input() { return {ledger, records, files}; }
};

std::string write(const Table& table, TableFormat format) {
  return write_tables(std::vector{table}, format);
}

}  // namespace

TEST_CASE("statistics: one screen with wording, date, sources and a bar per programme") {
  Sample sample;

  CHECK(statistics_overview(sample.input()) ==
        "personnes      1\u202F202\u00A0personnes accompagnées\n"
        "               au 1er mai 2024 ; 1 bilan (content/a.md), 1 fiche\n"
        "  crea           2  ▏\n"
        "  dla          900  ████████████████████████████████\n"
        "  non ventilé  300  ██████████▌\n"
        "\n"
        "emplois        12,5\u00A0emplois\n"
        "               au 1er mai 2024 ; 1 fiche\n"
        "  crea         12,5  ████████████████████████████████\n");
}

TEST_CASE("statistics: a breakdown ends with what is not attributed and the totals") {
  Sample sample;
  const Table table = breakdown_table(sample.input(), Dimension::programme);

  CHECK(write(table, TableFormat::table) ==
        "dispositif   personnes  emplois\n"
        "crea                 2     12,5\n"
        "dla                900\n"
        "non ventilé        300        0\n"
        "total            1\u202F202     12,5\n");
  CHECK(write(table, TableFormat::csv) ==
        "par_dispositif,personnes,emplois\r\ncrea,2,12.5\r\ndla,900,\r\nnon ventilé,300,0\r\n"
        "total,1202,12.5\r\n");
  CHECK(write(table, TableFormat::md)
            .find("| dispositif | personnes | emplois |\n| --- | ---: | "
                  "---: |\n") == 0);
  const auto json = nlohmann::json::parse(write(table, TableFormat::json));
  CHECK(json["tableaux"][0]["lignes"][0]["emplois"] == 12.5);
  CHECK(json["tableaux"][0]["lignes"][1]["emplois"].is_null());
}

TEST_CASE("statistics: themes overlap, so they have no total line") {
  Sample sample;
  const Table table = breakdown_table(sample.input(), Dimension::theme);

  CHECK(table.rows.back().front().text == "non ventilé");
  CHECK(table.notes.size() == 1);
}

TEST_CASE("statistics: a cross table has sums on both sides") {
  Sample sample;
  const auto tables = cross_tables(sample.input(), Dimension::programme, Dimension::year);

  REQUIRE(tables.size() == 2);
  CHECK(write(tables.front(), TableFormat::table) ==
        "personnes\n"
        "dispositif    2023  2024  total\n"
        "crea             0     2      2\n"
        "dla            900     0    900\n"
        "non ventilé    300     0    300\n"
        "total        1\u202F200     2  1\u202F202\n");
}

TEST_CASE("statistics: tables of different columns share one CSV, each figure under its own") {
  Sample sample;

  CHECK(write_tables(cross_tables(sample.input(), Dimension::programme, Dimension::year),
                     TableFormat::csv) ==
        "indicateur,par_dispositif,2023,2024,_total\r\n"
        "personnes,crea,0,2,2\r\npersonnes,dla,900,0,900\r\npersonnes,non ventilé,300,0,300\r\n"
        "personnes,total,1200,2,1202\r\nemplois,crea,,12.5,12.5\r\nemplois,total,,12.5,12.5\r\n");
}

TEST_CASE("statistics: the public sees no small number of people") {
  Sample sample;
  StatisticsInput input = sample.input();
  input.for_public = true;

  CHECK(statistics_overview(input).find("  crea         moins de 3\n") != std::string::npos);
  CHECK(statistics_overview(input).find("crea         12,5") != std::string::npos);
  CHECK(breakdown_table(input, Dimension::programme).rows[2][1].text == "n. c.");
}

TEST_CASE("statistics: two years compared") {
  Sample sample;

  CHECK(write(comparison_table(sample.input(), 2023, 2024), TableFormat::table) ==
        "indicateur   2023  2024   écart  évolution\n"
        "personnes   1\u202F200     2  -1\u202F198     -100\u00A0%\n"
        "emplois         –  12,5\n");
  CHECK(years_of(sample.input()) == std::vector{2023, 2024});
}

TEST_CASE("statistics: tables fit 80 columns, and lose nothing to it") {
  Table table{"", {{"cle", "clé"}}, {{std::string(60, 'x')}}, {}};
  for (int i = 0; i < 20; ++i) {
    table.columns.push_back({"c" + std::to_string(i), "colonne" + std::to_string(i), true});
    table.rows.front().push_back(whole(i));
  }

  std::istringstream lines(write(table, TableFormat::table));
  std::size_t numbers = 0;
  for (std::string line; std::getline(lines, line);) {
    CHECK(count_characters(line) <= 80);
    if (line.find("colonne") != std::string::npos) continue;
    std::istringstream words(line);
    for (std::string word; words >> word;) numbers += word.front() != 'x' ? 1 : 0;
  }
  CHECK(numbers == 20);
}

}  // namespace pes::test
