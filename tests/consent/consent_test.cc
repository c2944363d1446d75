#include "consent/consent.h"

#include <doctest/doctest.h>

#include "support/records.h"

namespace pes::test {

namespace {

Record testimonial(const std::string& consent, const std::string& more = "") {
  return make_record("temoignage", "a",
                     "titre: T\nstructure: S\nforme: citation\nauteur: Camille Exemple-Durand\n"
                     "fonction: Présidente\ndispositif: dla\n" +
                         more + consent);
}

Record written(const std::string& more) {
  return testimonial(
      "consentement:\n  base: accord-ecrit\n  recueilli_le: 2024-03-12\n  preuve: R\n" + more);
}

Decision decide_on(const Record& record, const char* day, ConsentPolicy policy = {}) {
  Diagnostics found;
  return decide(record, policy, {parse_date(day).date, false}, found);
}

}  // namespace

TEST_CASE("consent: it holds from its first day to its last, both included") {
  const Record record = written("  expire_le: 2026-03-12\n");

  CHECK(decide_on(record, "2024-03-11").reason == Reason::not_yet_valid);
  CHECK(decide_on(record, "2024-03-12").shown());
  CHECK(decide_on(record, "2026-03-12").shown());
  CHECK(decide_on(record, "2026-03-13").reason == Reason::expired);
}

TEST_CASE("consent: a duration counts from the day of consent") {
  const Record record = written("  duree: P2Y\n");

  CHECK(decide_on(record, "2026-03-12").shown());
  CHECK(decide_on(record, "2026-03-13").reason == Reason::expired);
  CHECK(format_iso(*decide_on(record, "2024-06-01").until) == "2026-03-12");
}

TEST_CASE("consent: a withdrawal works from its own day on") {
  const Record record = written("  duree: P2Y\n  retrait: 2025-06-01\n");

  CHECK(decide_on(record, "2025-05-31").shown());
  CHECK(decide_on(record, "2025-06-01").reason == Reason::withdrawn);
  CHECK(format_iso(*decide_on(record, "2025-01-01").until) == "2025-05-31");
}

TEST_CASE("consent: a testimonial without a block is withheld, a project is not") {
  CHECK(decide_on(testimonial(""), "2026-01-15").reason == Reason::no_consent);
  CHECK(decide_on(make_record("projet", "p", "titre: T\ndispositif: dla\n"), "2026-01-15").shown());
}

TEST_CASE("consent: an end is taken from site.yml, or is missing") {
  const Record record = written("");
  Diagnostics found;

  CHECK(decide_on(record, "2025-01-01", {.duration = Period{1, 0, 0}}).shown());
  const Decision open = decide(record, {}, {parse_date("2025-01-01").date, false}, found);
  CHECK_FALSE(open.shown());
  CHECK(rules_of(found) == std::vector{Rule::consent_without_end, Rule::withheld});
}

TEST_CASE("consent: the longest duration of site.yml is a limit") {
  Diagnostics found;

  decide(written("  duree: P6Y\n"), {.longest = Period{5, 0, 0}},
         {parse_date("2025-01-01").date, false}, found);

  CHECK(rules_of(found) == std::vector{Rule::consent_too_long});
}

TEST_CASE("consent: an earlier publication is shown with a warning, or refused") {
  const Record record = testimonial("consentement: {base: publication-existante}\n");
  Diagnostics found;

  const Decision warned = decide(record, {}, {parse_date("2025-01-01").date, false}, found);

  CHECK(warned.shown());
  CHECK(rules_of(found) == std::vector{Rule::existing_publication});
  CHECK(decide_on(record, "2025-01-01", {.refuses_existing_publication = true}).reason ==
        Reason::policy);
}

TEST_CASE("consent: only the name that the scope allows is derived") {
  const auto decided = [](const char* form) {
    return decide_on(written(std::string("  duree: P9Y\n  portee: {nom: ") + form + "}\n"),
                     "2025-01-01");
  };

  CHECK(decided("complet").name == "Camille Exemple-Durand");
  CHECK(decided("prenom-initiale").name == "Camille E.");
  CHECK(decided("prenom-initiale").role == "Présidente");
  CHECK(decided("fonction").name.empty());
  CHECK(decided("fonction").role == "Présidente");
  CHECK(decided("anonyme").name.empty());
  CHECK(decided("anonyme").role.empty());
}

TEST_CASE("consent: what a block does not grant is not granted") {
  const Decision decision = decide_on(written("  duree: P9Y\n"), "2025-01-01");

  CHECK(decision.shown());
  CHECK(decision.name.empty());
  CHECK(decision.role.empty());
  CHECK_FALSE(decision.allows(Purpose::feed));
}

TEST_CASE("consent: outputs are granted one by one") {
  const auto decided = [](const char* outputs) {
    return decide_on(written(std::string("  duree: P9Y\n  supports: ") + outputs + "\n"),
                     "2025-01-01");
  };

  CHECK(decided("[site, flux]").allows(Purpose::feed));
  CHECK_FALSE(decided("[site]").allows(Purpose::feed));
  CHECK(decided("[flux]").reason == Reason::not_for_site);
}

TEST_CASE("consent: a public office allows name and office, no photo") {
  const Record record = testimonial("consentement: {base: fonction-publique}\n",
                                    "photo: {fichier: a.jpg, alt: Un mur}\n");

  const Decision decision = decide_on(record, "2025-01-01");

  CHECK(decision.name == "Camille Exemple-Durand");
  CHECK_FALSE(decision.picture);
}

TEST_CASE("consent: the photo of a testimonial needs a scope that grants it") {
  const std::string photo = "photo: {fichier: a.jpg, alt: Un mur}\n";
  const auto decided = [&](const char* scope) {
    return decide_on(testimonial("consentement:\n  base: accord-ecrit\n  recueilli_le: 2024-03-12\n"
                                 "  preuve: R\n  duree: P9Y\n" +
                                     std::string(scope),
                                 photo),
                     "2025-01-01");
  };
  Diagnostics found;

  CHECK(decided("  portee: {photo: oui}\n").picture);
  CHECK_FALSE(decided("  portee: {photo: non}\n").picture);
  CHECK_FALSE(decided("").picture);
  decide(testimonial("consentement: {base: fonction-publique}\n", photo), {},
         {parse_date("2025-01-01").date, false}, found);
  CHECK(rules_of(found) == std::vector{Rule::hidden_photo});
}

TEST_CASE("consent: people on a photo need a consent of their own") {
  const std::string block =
      "photo:\n  fichier: a.jpg\n  alt: Deux personnes\n  personnes: 2\n"
      "  consentement: {base: accord-ecrit, recueilli_le: 2024-01-01, expire_le: 2025-01-01, "
      "preuve: R}\n";
  const Record record = make_record("projet", "p", "titre: T\ndispositif: dla\n" + block);

  CHECK(decide_on(record, "2025-01-01").picture);
  CHECK_FALSE(decide_on(record, "2025-01-02").picture);
  CHECK(decide_on(record, "2025-01-02").shown());
}

TEST_CASE("consent: the consent of a photo has a scope, outputs and an end of its own") {
  const auto photo = [](const char* more, int people = 1) {
    return make_record("projet", "p",
                       "titre: T\ndispositif: dla\nphoto:\n  fichier: a.jpg\n  alt: Une personne\n"
                       "  personnes: " +
                           std::to_string(people) +
                           "\n  consentement:\n    base: accord-ecrit\n"
                           "    recueilli_le: 2024-01-01\n    preuve: R\n    duree: P2Y\n" +
                           more);
  };

  CHECK(decide_on(photo(""), "2025-01-01").picture);
  CHECK(format_iso(*decide_on(photo(""), "2025-01-01").until) == "2026-01-01");
  CHECK_FALSE(decide_on(photo("    portee: {photo: non}\n"), "2025-01-01").picture);
  CHECK_FALSE(decide_on(photo("    supports: [reseaux]\n"), "2025-01-01").picture);
  CHECK_FALSE(decide_on(photo("", -1), "2027-01-01").picture);
}

TEST_CASE("consent: a public office may still ask for less than the full name") {
  CHECK(decide_on(testimonial("consentement: {base: fonction-publique, portee: {nom: anonyme}}\n"),
                  "2025-01-01")
            .name.empty());
}

TEST_CASE("consent: drafts and future publications wait, without being withheld") {
  const Record draft = make_record("page", "p", "titre: T\nbrouillon: oui\n");
  const Record future = make_record("page", "p", "titre: T\npublication: 2025-01-02\n");
  Diagnostics found;

  CHECK(decide_on(draft, "2025-01-01").reason == Reason::draft);
  CHECK_FALSE(decide_on(draft, "2025-01-01").withheld());
  CHECK(decide(draft, {}, {parse_date("2025-01-01").date, true}, found).shown());
  CHECK(decide_on(future, "2025-01-01").reason == Reason::not_yet_public);
  CHECK(decide_on(future, "2025-01-02").shown());
}

TEST_CASE("consent: no message names a person") {
  Diagnostics found;

  decide(testimonial(""), {}, {parse_date("2025-01-01").date, false}, found);

  for (const Diagnostic& diagnostic : found.all()) {
    for (const Arg& arg : diagnostic.args) CHECK(arg.fr.find("Camille") == std::string::npos);
  }
}

TEST_CASE(
    "consent: an initial that cannot be told from the name is an error, and no name is shown") {
  const Record record = make_record(
      "temoignage", "a",
      "titre: T\nstructure: S\nforme: citation\nauteur: DUPONT Camille\ndispositif: d\n"
      "consentement: {base: accord-ecrit, recueilli_le: 2024-03-12, duree: P9Y, preuve: R, "
      "portee: {nom: prenom-initiale}}\n");
  Diagnostics found;

  const Decision decision = decide(record, {}, {parse_date("2025-01-01").date, false}, found);

  CHECK(decision.name.empty());
  CHECK(rules_of(found) == std::vector{Rule::unclear_name});
}

TEST_CASE("consent: a duration that begins nowhere, and a day that cannot be read, fail closed") {
  Diagnostics found;
  const Record endless = testimonial("consentement: {base: fonction-publique, duree: P1M}\n");
  CHECK(decide(endless, {}, {parse_date("2025-01-01").date, false}, found).reason ==
        Reason::malformed);
  CHECK(found.has_errors());

  const Record nowhere = written("  duree: P9Y\n  supports: []\n");
  CHECK(decide_on(nowhere, "2025-01-01").reason == Reason::not_for_site);
}

TEST_CASE("consent: a photo that somebody withdrew is shown by no other record") {
  const auto project = [](const char* slug, const char* more) {
    return make_record(
        "projet", slug,
        std::string("titre: T\ndispositif: d\nphoto:\n  fichier: a.jpg\n"
                    "  alt: Deux personnes\n  personnes: 2\n  consentement: {base: "
                    "accord-ecrit, recueilli_le: 2024-01-01, duree: P9Y, preuve: R") +
            more + "}\n");
  };
  const Record landscape = make_record(
      "projet", "c", "titre: T\ndispositif: d\nphoto: {fichier: a.jpg, alt: Un jardin}\n");
  const Date day = parse_date("2025-01-01").date;
  const auto shown = [&](const char* first) {
    const std::vector<Record> records = {project("a", first), project("b", ""), landscape};
    Diagnostics found;
    std::vector<Decision> decisions;
    for (const Record& record : records) {
      decisions.push_back(decide(record, {}, {day, false}, found));
    }
    close_shared_pictures(records, decisions, withheld_media(records, decisions, {}, day), found);
    return std::vector<bool>{decisions[0].picture, decisions[1].picture, decisions[2].picture};
  };

  CHECK(shown("") == std::vector{true, true, true});
  CHECK(shown(", retrait: 2024-06-01") == std::vector{false, false, false});
  CHECK(shown(", portee: {photo: non}") == std::vector{false, true, false});
}

}  // namespace pes::test
