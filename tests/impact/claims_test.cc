#include "impact/claims.h"

#include <doctest/doctest.h>

#include "support/records.h"

namespace pes::test {

namespace {

const std::vector<Indicator> indicators = {
    {.id = "personnes",
     .one = "personne accompagnée dans son projet",
     .many = "personnes accompagnées dans leur projet"},
    {.id = "emplois", .one = "emploi consolidé", .many = "emplois consolidés"},
    {.id = "insertion",
     .one = "des structures en activité",
     .many = "des structures en activité",
     .nature = Nature::rate}};

// What is said of a text on a page, or on the page of another kind.
std::vector<Rule> check(const std::string& text, std::size_t speaker = 0,
                        const std::string& context = "") {
  const std::vector<Record> records = {
      make_record("page", "p", "titre: Une page\n"),
      make_record("dispositif", "dla", "titre: Dispositif local\nsigle: DLA\n"),
      make_record("bilan", "b",
                  "titre: T\nsource: S\ncumul: oui\nau: 2022-12-31\nchiffres:\n"
                  "  personnes: {valeur: 2600, precision: pres-de}\n  emplois: 1000\n"
                  "par_dispositif: {dla: {emplois: 400}}\n"),
      make_record("bilan", "c",
                  "titre: T\nsource: S\nannee: 2022\nchiffres:\n  emplois: 90\n"
                  "  insertion: {numerateur: 45, denominateur: 61}\n"),
      make_record("projet", "r", "titre: T\ndispositif: dla\n"),
      make_record("dispositif", "ateliers", "titre: Ateliers\n"),
      make_record("bilan", "d", "titre: T\nsource: S\nannee: 2021\nchiffres: {emplois: 60}\n"),
      make_record("projet", "s",
                  "titre: T\ndispositif: dla\nterritoire: Dijon\ndate: 2021-05-01\n"
                  "impact: {emplois: 33}\n")};
  Diagnostics found;
  const auto ledger =
      make_ledger(indicators, records, {parse_date("2026-01-15").date, false}, {}, found);
  REQUIRE(found.all().empty());
  const SourceFiles files = {{"content/p.md", text}};
  const std::vector<Passage> passages = {{text, {0, 0, 0}, context}};
  ClaimBook(ledger, records, files).check(records[speaker], passages, found);
  return rules_of(found);
}

const std::vector<Rule> fine;
const std::vector contradiction = {Rule::contradicted_figure};

}  // namespace

TEST_CASE("claims: « près de » lies strictly above, « plus de » strictly below") {
  CHECK(check("Près de 2600 personnes accompagnées.") == fine);
  CHECK(check("Près de 2 700 personnes accompagnées.") == fine);
  CHECK(check("Près de 2500 personnes accompagnées.") == contradiction);
  CHECK(check("Plus de 2600 personnes accompagnées.") == contradiction);
  CHECK(check("Plus de 2500 personnes accompagnées.") == fine);
  CHECK(check("2600 personnes accompagnées.") == contradiction);
  CHECK(check("1 000 emplois consolidés") == fine);
  CHECK(check("1\u202F000 emplois consolidés") == fine);
  CHECK(check("près de 1000 emplois consolidés") == contradiction);
  CHECK(check("plus de 999 emplois consolidés") == fine);
  CHECK(check("environ 1050 emplois consolidés") == fine);
  CHECK(check("environ 1060 emplois consolidés") == contradiction);
}

TEST_CASE("claims: the sentence of the association's old site") {
  CHECK(check("Plus de 2600 personnes et près de 1000 emplois.") ==
        std::vector{Rule::contradicted_figure, Rule::contradicted_figure});
}

TEST_CASE("claims: the noun alone is a claim beside a number that the ledger gives") {
  CHECK(check("PES 21 a accompagné plus de 2600 personnes dans le montage de leur projet.") ==
        contradiction);
  CHECK(check("Près de 1000 emplois en Bourgogne-Franche-Comté.") == contradiction);
  CHECK(check("Une équipe de 12 personnes.") == fine);
  CHECK(check("Un forum a réuni 2 500 personnes.") == fine);
  CHECK(check("Dijon compte 800 emplois.") == fine);
}

TEST_CASE("claims: the words of an indicator may stand a little apart") {
  CHECK(check("Plus de 2600 personnes ont été accompagnées.") == contradiction);
  CHECK(check("900 emplois créés ou consolidés.") == contradiction);
  CHECK(check("2 500 nouvelles personnes accompagnées.") == contradiction);
  CHECK(check("1000 emplois ont été consolidés.") == fine);
}

TEST_CASE("claims: other ways to qualify a number") {
  CHECK(check("Au moins 1000 emplois consolidés.") == fine);
  CHECK(check("Au moins 1001 emplois consolidés.") == contradiction);
  CHECK(check("Quelque 1020 emplois consolidés.") == fine);
}

TEST_CASE("claims: what the ledger cannot tell is not judged") {
  CHECK(check("Chaque année, 100 emplois consolidés.") == fine);
  CHECK(check("Notre objectif : 3 000 emplois consolidés.") == fine);
  CHECK(check("1 000 emplois consolidés, dont 40 emplois consolidés à la ville.") == fine);
  CHECK(check("Le 12 mars 2024, 30 personnes accompagnées ont témoigné.") == fine);
  CHECK(check("12 emplois consolidés à Dijon.") == fine);
  CHECK(check("33 emplois consolidés à Dijon.") == fine);
}

TEST_CASE("claims: several years may be added") {
  CHECK(check("De 2021 à 2022, 150 emplois consolidés.") == fine);
  CHECK(check("En 2021 et 2022, 150 emplois consolidés.") == fine);
  CHECK(check("De 2021 à 2022, 151 emplois consolidés.") == contradiction);
}

TEST_CASE("claims: a number is a year only where it is said like one") {
  CHECK(check("Avec un budget de 2000 euros, 500 emplois consolidés.") == contradiction);
  CHECK(check("Depuis la création en 1998, 500 emplois consolidés.") == contradiction);
  CHECK(check("Rue du 8 mai 1945 : 500 emplois consolidés.") == fine);
}

TEST_CASE("claims: a common word is no programme") {
  CHECK(check("Nos ateliers : 1000 emplois consolidés.") == fine);
  CHECK(check("Ateliers : 1000 emplois consolidés.") == fine);
}

TEST_CASE("claims: headings and lead-ins may say the year") {
  CHECK(check("90 emplois consolidés.", 0, "Bilan 2022") == fine);
  CHECK(check("1000 emplois consolidés.", 0, "Bilan 2022") == fine);
  CHECK(check("91 emplois consolidés.", 0, "Titre. En 2022 :") == contradiction);
}

TEST_CASE("claims: a year or a programme in the sentence is what is checked") {
  CHECK(check("En 2022, 90 emplois consolidés.") == fine);
  CHECK(check("En 2022, 1000 emplois consolidés.") == contradiction);
  CHECK(check("Le DLA : 400 emplois consolidés !") == fine);
  CHECK(check("Le dispositif local, c’est 500 emplois consolidés.") == contradiction);
  CHECK(check("En 2019, 90 emplois consolidés.") == std::vector{Rule::unverified_figure});
  CHECK(check("Depuis 2019, 90 emplois consolidés.") == fine);
}

TEST_CASE("claims: programmes and statements may speak of their own figures") {
  CHECK(check("400 emplois consolidés.") == contradiction);
  CHECK(check("400 emplois consolidés.", 1) == fine);
  CHECK(check("1000 emplois consolidés.", 1) == fine);
  CHECK(check("90 emplois consolidés.", 3) == fine);
  CHECK(check("91 emplois consolidés.", 3) == contradiction);
}

TEST_CASE("claims: testimonials and projects speak of themselves") {
  CHECK(check("3 emplois consolidés.", 4) == fine);
}

TEST_CASE("claims: a rate is as exact as it is written") {
  CHECK(check("74 % des structures en activité.") == fine);
  CHECK(check("73,8 % des structures en activité.") == fine);
  CHECK(check("75 % des structures en activité.") == contradiction);
  CHECK(check("près de 75 % des structures en activité.") == fine);
  CHECK(check("12 des structures en activité.") == fine);
  CHECK(check("30 % des structures en milieu rural.") == fine);
}

TEST_CASE("claims: words before the number, and shortcuts") {
  CHECK(check("Emplois consolidés : près de 1000") == contradiction);
  CHECK(check("Emplois consolidés : 1000") == fine);
  CHECK(check("Emplois : 1200") == contradiction);
  CHECK(check("Emplois consolidés – 1200") == contradiction);
  CHECK(check("Emplois consolidés en 2022 : 91") == contradiction);
  CHECK(check("Emplois consolidés en 2022 : 90") == fine);
  CHECK(check("Le nombre d’emplois consolidés est de 9000.") == contradiction);
  CHECK(check("{{chiffre emplois annee=2022}} emplois consolidés") == fine);
}

TEST_CASE("claims: fields of pages are read too") {
  const std::vector<Record> records = {
      make_record("page", "p", "titre: 12 emplois consolidés\n"),
      make_record("bilan", "b", "titre: T\nsource: S\ncumul: oui\nchiffres: {emplois: 1000}\n")};
  Diagnostics found;
  const auto ledger =
      make_ledger(indicators, records, {parse_date("2026-01-15").date, false}, {}, found);

  ClaimBook(ledger, records, {{"p.md", "titre: 12 emplois consolidés"}})
      .check(records[0], {}, found);

  CHECK(rules_of(found) == contradiction);
  CHECK(found.all().front().span.length == std::string("12 emplois consolidés").size());
}

}  // namespace pes::test
