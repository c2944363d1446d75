#include "theme/context.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "pipeline.h"
#include "support/files.h"
#include "support/sites.h"

namespace pes::test {

namespace {

// The context of one page of the site with every field.
nlohmann::json context_of(const std::string& address) {
  const Settings settings{repository() / "tests/sites/champs", "", std::nullopt, {test_day, false}};
  Diagnostics found;
  Content content = read_content_model(settings, found);
  const auto plan = plan_site(settings, content, found);
  REQUIRE(plan.has_value());
  const auto& pages = plan->site.pages;
  const auto page =
      std::find_if(pages.begin(), pages.end(), [&](const Page& p) { return p.address == address; });
  REQUIRE(page != pages.end());
  const std::vector<std::string> cards(plan->site.entries.size(), "carte");
  return page_context(plan->site, *page, cards);
}

}  // namespace

TEST_CASE("context: a record offers its fields, typed and linked") {
  const auto fiche = context_of("/projets/recyclerie/")["fiche"];

  CHECK(fiche["statut"]["libelle"] == "terminé");
  CHECK(fiche["debut"]["texte"] == "1er janvier 2023");
  CHECK(fiche["dispositif"]["adresse"] == "/dispositifs/creation/");
  CHECK(fiche["partenaires"]["nombre"] == "4");
  CHECK(fiche["etapes"]["liste"][1]["etat"]["valeur"] == "fait");
  CHECK(fiche["etapes"]["liste"][0]["etat"].is_null());
  CHECK(fiche["photo"]["adresse"].get<std::string>().ends_with("-8.jpg"));
  CHECK(fiche["photo"]["webp"].get<std::string>().ends_with("-8.webp 8w"));
  CHECK(fiche["photo"]["largeur"] == "8");
  CHECK(fiche["photo"]["carre"].is_null());
  CHECK(fiche["site_web"].is_null());
}

TEST_CASE("context: what a consent covers is there, what it does not is not") {
  CHECK(context_of("/temoignages/epicerie/")["fiche"]["auteur"] == "Camille Exemple-Durand");
  CHECK(context_of("/temoignages/initiale/")["fiche"]["auteur"] == "Camille E.");
  CHECK(context_of("/temoignages/initiale/")["fiche"]["photo"].is_null());
  CHECK(context_of("/temoignages/anonyme/")["fiche"]["fonction"].is_null());
  CHECK_FALSE(context_of("/temoignages/epicerie/")["fiche"].contains("consentement"));
}

TEST_CASE("context: programmes have their partners in French order, and their figures") {
  const auto context = context_of("/dispositifs/creation/");

  std::vector<std::string> partners;
  for (const auto& partner : context["partenaires"]["liste"]) {
    partners.push_back(partner["titre"]);
  }
  CHECK(partners ==
        std::vector<std::string>{"3ème élément", "Association \"Zèbre\"", "Ébène", "Élan"});
  CHECK(context["chiffres"]["liste"][0]["nombre"] == "1\u202F512");
}

TEST_CASE("context: neighbours follow the order of the list") {
  const auto context = context_of("/temoignages/initiale/");

  CHECK(context["voisines"]["precedente"]["titre"] == "«\u202FUne épicerie pour tous\u202F»");
  CHECK_FALSE(context["voisines"]["suivante"].is_null());
}

TEST_CASE("context: the menu knows where it is") {
  const auto menu = context_of("/projets/recyclerie/")["menu"]["liste"];

  CHECK(menu[0]["section"] == true);
  CHECK(menu[0]["ici"] == false);
  CHECK(menu[1]["section"] == false);
}

}  // namespace pes::test
