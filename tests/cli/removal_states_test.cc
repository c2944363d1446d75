#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <functional>

#include "support/removal_site.h"

// What must hold for every state that a removal publishes, however it came to be the last good one.

namespace pes::test {

namespace fs = std::filesystem;

namespace {

constexpr const char* before = RemovalSite::before;
constexpr const char* after = RemovalSite::after;
constexpr const char* key = "une cle de test, longue de 32 signes au moins";
const std::string his_page = "temoignages/lui/index.html";
const std::string neighbour = "projets/voisin/index.html";

// A site whose last commit without errors names « Zoé Nouvelle », of whom it has no record.
class FormerSite : public RemovalSite {
 public:
  FormerSite() {
    write_project("voisin", "Mené par Zoé Nouvelle.");
    write_project("autre", "Un autre texte.");
    commit();
    REQUIRE(build(before).code == 0);
    REQUIRE(says("Nouvelle"));
    write_project("voisin", "Mené par une équipe.");
    write_broken("projets/recyclerie.md");
  }

  void check_without_her(Environment environment = {}) const {
    CHECK(build(before, {"--retirer"}, std::move(environment)).code == 0);
    CHECK_FALSE(says("Nouvelle"));
    CHECK_FALSE(shows(neighbour));
    CHECK(shows("projets/autre/index.html"));
    CHECK(shows(his_page));
  }
};

}  // namespace

TEST_CASE("removal: whom only today's content withholds no earlier state names") {
  const FormerSite site;
  site.write_testimonial("neuve", "Zoé Nouvelle", "expire_le: 2029-01-01\n  retrait: 2026-06-01");
  site.commit();

  site.check_without_her();
}

TEST_CASE("removal: a record of today that cannot be read still says whom it is of") {
  for (const std::string text :
       {"---\ntitre: [\nauteur: Zoé Nouvelle\n---\n",
        "---\n{titre: [, \"auteur\" : 'Zoé Nouvelle'}\n---\n",
        "---\n<<<<<<< HEAD\nauteur: Zoé Nouvelle # elle\n=======\nauteur: Zoé\n>>>>>>> x\n---\n",
        "---\ntitre: Un titre\nauteur: [Zoé Nouvelle]\n---\n"}) {
    const FormerSite site;
    write(site.source() / "content/temoignages/neuve.md", text);
    INFO(text);

    site.check_without_her();
  }
}

TEST_CASE("removal: whom today's register has erased no earlier state names") {
  const FormerSite site;
  site.write_testimonial("neuve", "Zoé Nouvelle", "expire_le: 2029-01-01");
  const Environment with_key = {{"PATH", "/usr/bin:/bin"}, {"PES_CLE_EFFACEMENTS", key}};
  static_cast<void>(
      run_pes({"withdraw", "--source", site.source(), "temoignages/neuve", "--effacer"}, with_key));
  REQUIRE_FALSE(fs::exists(site.source() / "content/temoignages/neuve.md"));

  const auto old = site.published();
  CHECK(site.build(before, {"--retirer"}).code == 1);
  CHECK(site.published() == old);
  site.check_without_her(with_key);
}

TEST_CASE("removal: an exception holds where today's content has it, for the same words") {
  const std::string accepted =
      "noms_acceptes:\n  - {fiche: temoignages/lui, lieu: projets/voisin, motif: une rue, "
      "jusqu_au: 2026-12-31}\n";
  const auto publish = [&](const std::string& today, const std::string& text) {
    const RemovalSite site;
    const fs::path file = site.source() / "content/site.yml";
    const std::string settings = read(file);
    const fs::path record = site.source() / "content/temoignages/lui.md";
    std::string his = read(record);
    write(record, his.replace(his.find("complet"), 7, "anonyme"));
    site.write_project("voisin", "La rue Bea Modèle.");
    site.add_to_settings(accepted);
    site.commit();
    REQUIRE(site.build(before).code == 0);
    REQUIRE(site.says("Bea Modèle"));
    write(file, settings + today);
    site.write_project("voisin", text);
    site.write_broken("projets/recyclerie.md");
    CHECK(site.build(before, {"--retirer"}).code == 0);
    return site.shows(neighbour);
  };

  CHECK(publish(accepted, "La rue Bea Modèle."));
  CHECK_FALSE(publish("", "La rue Bea Modèle."));
  CHECK_FALSE(publish(accepted, "Une rue."));
}

TEST_CASE("removal: a photo that somebody has withdrawn today is in no text of an earlier state") {
  const RemovalSite site;
  write(site.source() / "content/medias/visage.jpg",
        read(repository() / "tests/images/fichiers/photo.jpg"));
  site.write_project("voisin", "![Une porte](../medias/visage.jpg)");
  site.commit();
  REQUIRE(site.build(before).code == 0);
  const auto shows_pictures = [&] {
    const auto files = site.published();
    return std::any_of(files.begin(), files.end(),
                       [](const auto& file) { return file.first.ends_with(".webp"); });
  };
  REQUIRE(shows_pictures());
  site.write_project("voisin", "Une porte.");
  write(site.source() / "content/projets/autre.md",
        "---\ntitre: Avec photo\ndispositif: dla\ndate: 2024-03-01\nphoto:\n"
        "  fichier: visage.jpg\n  alt: Une personne devant une porte\n  personnes: 1\n"
        "  consentement: {base: accord-ecrit, recueilli_le: 2025-01-10, expire_le: 2029-01-01, "
        "preuve: REG-2, retrait: 2026-06-01}\n---\n\nUn texte.\n");
  site.write_broken("projets/recyclerie.md");

  CHECK(site.build(before, {"--retirer"}).code == 0);

  CHECK_FALSE(shows_pictures());
  CHECK(site.shows(neighbour));
}

TEST_CASE("removal: nobody else's mistake is in its way") {
  struct Mistake {
    std::string name;
    std::function<void(const RemovalSite&)> make;
  };
  const std::vector<Mistake> mistakes = {
      {"a link to a page that is not there",
       [](const RemovalSite& site) {
         site.write_project("voisin", "[a](https://essai.exemple.org/rien/)");
       }},
      {"a path that holds the name",
       [](const RemovalSite& site) {
         fs::rename(site.source() / "content/projets/voisin.md",
                    site.source() / "content/projets/bea-modele.md");
       }},
      {"a document that nobody can read, linked with an escape",
       [](const RemovalSite& site) {
         write(site.source() / "content/medias/mon acte.doc", "Bonjour");
         site.write_project("voisin", "Voir [l'acte](../medias/mon%20acte.doc).");
       }},
      {"a page that only an older state does not have wrong", [](const RemovalSite& site) {
         site.add_to_settings("menu:\n  - {titre: Rien, adresse: /rien/}\n");
       }}};
  for (const Mistake& mistake : mistakes) {
    const RemovalSite site;
    site.commit();
    REQUIRE(site.build(before).code == 0);
    mistake.make(site);
    const fs::path record = site.source() / "content/temoignages/lui.md";
    std::string text = read(record);
    write(record, text.replace(text.find("expire_le"), 9, "retrait: 2026-06-01\n  expire_le"));
    site.commit();
    INFO(mistake.name);

    CHECK(site.build(before).code == 1);
    CHECK(site.build(before, {"--retirer"}).code == 0);

    CHECK_FALSE(site.shows(his_page));
    CHECK_FALSE(site.says("Modèle"));
    CHECK(site.shows("temoignages/elle/index.html"));
    CHECK(site.shows("projets/recyclerie/index.html"));
  }
}

TEST_CASE("removal: a mistake on the page of a record takes that record out alone") {
  const RemovalSite site;
  site.write_project("voisin", "[a](https://essai.exemple.org/rien/)");
  site.write_project("autre", "Un autre texte.");
  site.commit();

  CHECK(site.build(after, {"--retirer"}).code == 0);

  CHECK_FALSE(site.shows(neighbour));
  CHECK(site.shows("projets/autre/index.html"));
}

TEST_CASE("removal: states of a branch that were never the site's are not published") {
  const RemovalSite site;
  site.commit();
  const auto in_repository = [&](const std::string& command) {
    REQUIRE(
        run_shell(fmt::format("cd '{}' && G='git -c user.name=x -c user.email=x@example.org' && {}",
                              site.source().string(), command)) == 0);
  };
  in_repository("$G checkout -q -b essai");
  site.write_project("brouillon", "Une phrase de trop.");
  site.commit();
  site.write_project("brouillon", "Une phrase.");
  site.write_broken("projets/recyclerie.md");
  site.commit();
  in_repository("$G checkout -q - && $G merge -q --no-ff -m x essai");

  CHECK(site.build(before, {"--retirer"}).code == 0);

  CHECK_FALSE(site.says("de trop"));
  CHECK(site.shows(neighbour));
}

}  // namespace pes::test
