#include "impact/statistics.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

namespace pes::test {

namespace {

std::vector<Total> ledger() {
  Total total;
  total.indicator = {"emplois", "emploi", "emplois", "une fois", 0};
  total.value = {12500};
  total.by_programme = {{"dla", whole(10)}};
  total.no_programme = {2500};
  return {total};
}

}  // namespace

TEST_CASE("statistics: a table with what is not attributed") {
  CHECK(statistics_table(ledger(), Language::fr) ==
        "emplois  12,5  12,5\u00A0emplois\n"
        "    par dispositif\n"
        "      dla           10\n"
        "      non ventilé  2,5\n");
  CHECK(statistics_table(ledger(), Language::en).find("by programme") != std::string::npos);
}

TEST_CASE("statistics: JSON holds numbers") {
  const auto json = nlohmann::json::parse(statistics_json(ledger()));

  CHECK(json["indicateurs"][0]["valeur"] == 12.5);
  CHECK(json["indicateurs"][0]["par_dispositif"]["parts"]["dla"] == 10);
  CHECK(json["indicateurs"][0]["par_dispositif"]["non_ventile"] == 2.5);
}

}  // namespace pes::test
