#include "impact/chart.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "support/files.h"
#include "support/records.h"

namespace pes::test {

namespace {

// A chart of one indicator over these programmes.
Chart chart_of(const Indicator& indicator, const std::vector<Part>& parts, Decimal rest) {
  Total total{.indicator = indicator};
  PublishedTotal published{&total, {}, false};
  auto safe = make_public(total, {Dimension::programme, parts, rest, true});
  REQUIRE(safe.has_value());
  published.breakdowns.emplace(Dimension::programme, *safe);
  return make_chart(published, Dimension::programme, {{"dla", "Dispositif <local>"}});
}

const Indicator people = {.id = "personnes", .one = "personne", .many = "personnes"};

}  // namespace

TEST_CASE("chart: every bar has its label and its number, and the rest is told apart") {
  const Chart chart =
      chart_of(people, {{"crea", "crea", whole(30)}, {"dla", "dla", whole(60)}}, whole(10));

  CHECK(chart.title == "Personnes, par dispositif");
  CHECK(chart.column == "Dispositif");
  CHECK(occurrences(chart.svg, "<rect class=\"barre\"") == 2);
  CHECK(occurrences(chart.svg, "<rect class=\"reste\"") == 1);
  CHECK(chart.svg.find(">Dispositif &lt;local&gt;</text>") != std::string::npos);
  CHECK(chart.svg.find("role=\"img\" aria-labelledby=\"_personnes-dispositif-titre") !=
        std::string::npos);
  CHECK(chart.finding == "Le plus : Dispositif <local>, 60. Le moins : crea, 30.");
  CHECK(chart.total == "100");
  CHECK(chart.rows.back().name == "Non ventilé");
}

TEST_CASE("chart: masked parts have a line in the table, and no bar") {
  const Chart chart = chart_of(
      people, {{"a", "a", whole(2)}, {"b", "b", whole(5)}, {"c", "c", whole(60)}}, whole(10));

  CHECK(chart.rows[0].text == "moins de 3");
  CHECK(chart.rows[1].text == "non communiqué");
  CHECK(occurrences(chart.svg, "<rect") == 2);
  CHECK(chart.finding.find("moins") == std::string::npos);
  CHECK_FALSE(chart.note.empty());
}

TEST_CASE("chart: one bar says nothing that the sentence does not") {
  const Chart chart = chart_of(people, {{"a", "a", whole(20)}}, {});

  CHECK(chart.svg.empty());
  CHECK(chart.finding == "a : 20.");
}

TEST_CASE("chart: equal parts are named together, or counted") {
  CHECK(chart_of(people, {{"a", "a", whole(9)}, {"b", "b", whole(9)}, {"c", "c", whole(4)}}, {})
            .finding == "Le plus : a et b, 9. Le moins : c, 4.");
}

TEST_CASE("chart: the largest part is drawn wherever it stands") {
  std::vector<Part> parts;
  for (int i = 10; i < 40; ++i) {
    const std::string key = std::to_string(i);
    parts.push_back({key, key, whole(i == 39 ? 100 : 5)});
  }
  const Chart chart = chart_of(people, parts, {});

  CHECK(chart.svg.find(">100</text>") != std::string::npos);
  CHECK(chart.note.find("15 plus grandes") != std::string::npos);
}

TEST_CASE("chart: of many parts the largest are drawn, and all are in the table") {
  std::vector<Part> parts;
  for (int i = 10; i < 50; ++i) {
    const std::string key = std::to_string(i);
    parts.push_back({key, key, whole(i)});
  }
  const Chart chart = chart_of(people, parts, {});

  CHECK(occurrences(chart.svg, "<rect") == 15);
  CHECK(chart.svg.find(">49</text>") != std::string::npos);
  CHECK(chart.rows.size() == 40);
}

}  // namespace pes::test
