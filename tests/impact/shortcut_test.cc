#include "impact/shortcut.h"

#include <doctest/doctest.h>

#include "support/records.h"

namespace pes::test {

namespace {

struct Expanded {
  std::string text;
  std::vector<Rule> rules;
  std::string nearest;
};

Expanded expand(const std::string& inside) {
  const std::vector<Indicator> indicators = {
      {.id = "personnes", .one = "personne", .many = "personnes", .step = 100},
      {.id = "adherents", .one = "adhérent", .many = "adhérents"}};
  const std::vector<Record> records = {
      make_record("bilan", "b",
                  "titre: T\nsource: S\nannee: 2022\nchiffres: {personnes: 2590}\n"
                  "par_dispositif: {dla: {personnes: 2500}, crea: {personnes: 2}}\n")};
  Diagnostics found;
  const auto ledger =
      make_ledger(indicators, records, {parse_date("2026-01-15").date, false}, {}, found);
  const auto figures = publish_ledger(ledger, records, std::vector<bool>(records.size(), true));
  const ShortcutBook book(figures, {"dla", "crea", "autre"});
  Expanded expanded{book.expand(inside, {}, found), rules_of(found), ""};
  if (!found.all().empty()) expanded.nearest = found.all().front().nearest.value_or("");
  return expanded;
}

}  // namespace

TEST_CASE("shortcut: a figure as the association words it") {
  CHECK(expand("chiffre personnes").text == "près de 2\u202F600\u00A0personnes");
  CHECK(expand(" chiffre  personnes dispositif=dla ").text == "2\u202F500\u00A0personnes");
  CHECK(expand("chiffre personnes annee=2022").text == "2\u202F590\u00A0personnes");
}

TEST_CASE("shortcut: a part of one or two people is not told") {
  CHECK(expand("chiffre personnes dispositif=crea").text == "moins de 3\u00A0personnes");
}

TEST_CASE("shortcut: unknown names are errors with suggestions") {
  CHECK(expand("chifre personnes").nearest == "chiffre");
  CHECK(expand("chifre personnes").rules == std::vector{Rule::unknown_shortcut});
  CHECK(expand("chiffre").rules == std::vector{Rule::unknown_shortcut});
  CHECK(expand("").rules == std::vector{Rule::unknown_shortcut});
  CHECK(expand("chiffre personne").nearest == "personnes");
  CHECK(expand("chiffre personnes dispositf=dla").nearest == "dispositif=");
  CHECK(expand("chiffre personnes dispositif=dlb").nearest == "dla");
  CHECK(expand("chiffre personnes annee=2023").nearest == "2022");
  CHECK(expand("chiffre personnes annee=2022 dispositif=dla").rules ==
        std::vector{Rule::unknown_shortcut_part});
}

TEST_CASE("shortcut: a figure that nobody gives is an error") {
  CHECK(expand("chiffre adherents").rules == std::vector{Rule::shortcut_without_figure});
  CHECK(expand("chiffre personnes dispositif=autre").rules ==
        std::vector{Rule::shortcut_without_figure});
}

}  // namespace pes::test
