#include <doctest/doctest.h>

#include <map>
#include <regex>

#include "support/files.h"
#include "support/sites.h"

namespace pes::test {

namespace {

// What the association's present page says, and where it must stand.
const std::map<std::string, std::vector<std::string>> facts = {
    {"index.html",
     {"près de 2\u202F600</strong> personnes accompagnées dans le montage de leur projet",
      "près de 700</strong> structures créées", "<strong>1\u202F000</strong> emplois consolidés",
      "sans prétendre à l’exhaustivité", "Côte-d’Or", "Bourgogne-Franche-Comté"}},
    {"dispositifs/generateur-bfc/index.html",
     {"accompagne les territoires dans le développement de projets",
      "potentiel de développement économique", "initiatives naissantes", "emplois durables"}},
    {"dispositifs/benefices-crea/index.html", {"la création et la reprise d’entreprises"}},
    {"dispositifs/dla/index.html",
     {"(DLA)", "les associations et les structures de l’économie sociale et solidaire"}},
    {"projets/recyclerie/index.html",
     {"diagnostic", "opportunités", "ateliers", "faisabilité", "gouvernance", "modèle économique",
      "charte de coopération", "statuts", "« La Boucle » a été créée"}},
    {"projets/lieu-culturel/index.html",
     {"acteurs locaux se sont mobilisés", "choisi les activités", "gouvernance", "statuts",
      "l’Écrin, à Talant", "Théâtre de Mâcon", "la Coursive, à Dijon"}},
    {"projets/espace-carnot/index.html",
     {"Associations et habitants", "activités culturelles", "besoins des acteurs locaux",
      "parvis"}},
    {"projets/projet-alimentaire-territorial/index.html",
     {"3ème élément", "Bio Bourgogne", "Centre de Développement de l’Agroécologie",
      "CPIE Bresse du Jura", "élus, consommateurs, producteurs et acheteurs professionnels",
      "stratégie de communication", "ateliers avec les habitants et les producteurs",
      "forces et ses besoins", "table ronde", "étude d’opportunité",
      "cibles, le potentiel et les perspectives", "financeurs ont été mobilisés",
      "Deux voyages d’étude", "tiers-lieux"}},
    {"projets/lieu-partage/index.html",
     {"Acteurs locaux et habitants se sont mobilisés", "choix définitif des activités",
      "modèle économique", "forme juridique"}},
    {"temoignages/l-arc-en-ciel/index.html",
     {"lieu d’accueil enfants parents", "administrateurs", "pandémie", "15 mois de fermeture",
      "9 des 12 accueillants", "psychologue", "statuts, chartes et projet d’accueil",
      "accueillants salariés", "se sont formés", "PMI", "maternité", "nouveau partenariat",
      "poste et les missions", "communication", "Bénéfices’Créa"}},
    {"temoignages/les-jardins-du-coeur/index.html",
     {"Bruno Fournier", "Vice-président départemental des Restos du cœur", "chantier d’insertion",
      "commune de l’agglomération dijonnaise", "juillet 2020", "réunions mensuelles",
      "Malika Durieux", "plan de financement"}},
    {"temoignages/la-tourniquette/index.html",
     {"associative et coopérative", "Risomes", "Mâlain", "septembre 2020", "un succès",
      "l’agriculture et la culture"}},
    {"temoignages/les-doigts-qui-revent/index.html",
     {"Mme Blain", "albums tactiles", "30 ans", "de la conception à la fabrication et à la vente",
      "déficients visuels", "jeunes enfants", "personnes âgées", "exception handicap",
      "prototype est testé", "10 salariés", "1 volontaire en service civique", "1 stagiaire",
      "20 bénévoles", "primés", "subventions varient", "ateliers et des formations", "mécénat",
      "réseau et ses outils", "cohérence éditoriale"}},
    {"temoignages/p-tit-bleu-p-tit-jaune/index.html",
     {"Dominique Kanka", "ALACEP", "Chenôve", "plus de 20 ans", "4 accueillants bénévoles", "14",
      "12 membres du conseil", "médiation", "diagnostic partagé", "consultant", "journées communes",
      "projet associatif a été réécrit", "prochaine assemblée générale", "une journée commune"}},
    {"temoignages/tache-papier/index.html",
     {"Joy Prudent", "pas assez structurées", "partenaires et des clients", "Ivoire Conseil",
      "commission de bénévoles", "conseil d’administration est plus actif", "CDI",
      "rémunération plus juste"}},
    {"temoignages/club-sportif-nuiton/index.html",
     {"Anthony Débois", "fiscalité et le mécénat", "DLA complet", "priorités validées",
      "plusieurs consultants", "communication interne", "plan de financement", "visioconférence",
      "finalisation"}},
    {"temoignages/mjc-de-chenove/index.html",
     {"Mikaël Fauvel", "Directeur", "« MJC – Centre social »", "deux équipements", "CAF",
      "deux cabinets", "ressources humaines et finances", "partenaires financeurs"}},
    {"temoignages/cinecyclo/index.html",
     {"Marion Mignoty", "Coordinatrice", "pérenniser", "modèle économique viable", "diagnostic",
      "stratégie", "gouvernance", "plan de financement équilibré", "partagée par le collectif"}},
    {"temoignages/apres-une-lourde-perte-financiere/index.html",
     {"Bruno Sterlin", "Président", "lourde perte financière", "Vincent", "point par point",
      "6 jours", "Virginie Taupenot", "projet associatif", "stratégie de développement"}},
};

// Typography chooses the spaces, and a line ends where its author likes.
std::string with_plain_spaces(const std::string& text) {
  return std::regex_replace(text, std::regex("(?: |\n|\u00A0|\u202F)+"), " ");
}

}  // namespace

TEST_CASE("facts: every fact of the association's page is on the page where it belongs") {
  const auto output = build_site(repository()).output;
  for (const auto& [path, phrases] : facts) {
    REQUIRE(output.contains(path));
    const std::string text = with_plain_spaces(output.at(path));
    for (const std::string& phrase : phrases) {
      const auto& file = path;
      INFO(file, ": ", phrase);
      CHECK(text.find(with_plain_spaces(phrase)) != std::string::npos);
    }
  }
}

}  // namespace pes::test
