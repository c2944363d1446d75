#include "schema/kinds.h"

#include <algorithm>
#include <array>
#include <cassert>

#include "schema/field_words.h"
#include "schema/purpose.h"

namespace pes {

namespace {

using Form = Constraint::Form;
using namespace field_words;

constexpr auto forms = std::to_array<Choice>({{"citation", {"leurs propres mots", "own words"}},
                                              {"recit", {"récit", "told in the third person"}}});
constexpr auto statuses = std::to_array<Choice>({{"en-cours", {"en cours", "under way"}},
                                                 {"termine", {"terminé", "done"}},
                                                 {"abandonne", {"abandonné", "given up"}}});
constexpr auto step_states = std::to_array<Choice>({{"fait", {"fait", "done"}},
                                                    {"en-cours", {"en cours", "under way"}},
                                                    {"a-venir", {"à venir", "to come"}}});
constexpr auto precisions = std::to_array<Choice>({{"exact", {"exact", "exact"}},
                                                   {"pres-de", {"près de", "nearly"}},
                                                   {"plus-de", {"plus de", "more than"}},
                                                   {"environ", {"environ", "about"}}});
constexpr auto bases =
    std::to_array<Choice>({{"accord-ecrit", {"accord écrit", "written consent"}},
                           {"accord-oral", {"accord oral", "oral consent"}},
                           {"publication-existante", {"déjà public", "already public"}},
                           {"fonction-publique", {"fonction publique", "public office"}}});
constexpr auto name_forms =
    std::to_array<Choice>({{"complet", {"nom complet", "full name"}},
                           {"prenom-initiale", {"prénom et initiale", "first name and initial"}},
                           {"fonction", {"fonction seule", "role only"}},
                           {"anonyme", {"anonyme", "anonymous"}}});
constexpr auto outputs = std::to_array<Choice>(
    {{word_of(Purpose::site), {"le site internet", "the website"}},
     {word_of(Purpose::feed), {"le flux Atom (abonnement aux nouveautés)", "the Atom feed"}},
     {word_of(Purpose::data),
      {"les fichiers de données (tableaux à télécharger)", "the data files"}},
     {word_of(Purpose::networks), {"les réseaux sociaux", "social networks"}},
     {word_of(Purpose::report), {"le rapport annuel", "the yearly report"}}});
constexpr auto policies_for_minors = std::to_array<Choice>(
    {{"refuser", {"ne pas publier", "withhold"}},
     {"deux-representants", {"publier avec deux représentants", "publish with both parents"}}});
constexpr auto policies = std::to_array<Choice>(
    {{"avertir", {"publier et avertir", "warn"}}, {"refuser", {"ne pas publier", "withhold"}}});

constexpr auto scope = std::to_array<Field>({
    choice("nom", {"forme du nom affiché", "form of the name"}, name_forms),
    of(Type::boolean, "photo", {"photo admise", "photo allowed"}),
});

constexpr auto needs_proof = std::to_array<std::string_view>({"accord-ecrit", "accord-oral"});
constexpr auto consent_constraints = std::to_array<Constraint>({
    {Form::required_if, "recueilli_le", "base", needs_proof},
    {Form::required_if, "preuve", "base", needs_proof},
    {Form::at_most_one, "duree", "expire_le"},
    {Form::ordered, "recueilli_le", "expire_le"},
});
constexpr auto consent = std::to_array<Field>({
    required(choice("base", {"ce qui autorise la publication", "the basis"}, bases)),
    of(Type::date, "recueilli_le", {"jour de l'accord", "day of consent"}),
    decides(of(Type::period, "duree", {"durée de l'accord", "how long it lasts"})),
    decides(of(Type::date, "expire_le", {"dernier jour valable", "last valid day"})),
    text("preuve", {"référence dans le registre de l'association", "reference in the register"}),
    object("portee", {"ce qui est montré", "what is shown"}, scope),
    decides(many(choice("supports", {"où c'est montré", "where it is shown"}, outputs))),
    decides(of(Type::date, "retrait", {"jour du retrait", "day of withdrawal"})),
    decides(of(Type::boolean, "mineur", {"la personne est mineure", "the person is a minor"})),
    many(text("representants",
              {"références des accords des représentants", "consents of both parents"})),
});
constexpr Field consent_block =
    internal(object("consentement", {"consentement", "consent"}, consent, consent_constraints));

constexpr auto photo_constraints = std::to_array<Constraint>({
    {Form::required_unless, "alt", "decorative"},
});
constexpr auto focal_point = std::to_array<Field>({
    required(between(0, 100, of(Type::integer, "x", {"% depuis la gauche", "% from the left"}))),
    required(between(0, 100, of(Type::integer, "y", {"% depuis le haut", "% from the top"}))),
});
constexpr auto photo = std::to_array<Field>({
    required(of(Type::media, "fichier", {"fichier de content/medias/", "media file"})),
    at_most(150, text("alt", {"ce que montre l'image, en une phrase", "what it shows"})),
    of(Type::boolean, "decorative", {"image sans information", "carries no information"}),
    text("legende", {"légende", "caption"}),
    proper_name(text("credit", {"auteur de l'image", "author of the picture"})),
    decides(internal(of(Type::integer, "personnes",
                        {"nombre de personnes reconnaissables", "number of recognisable people"}))),
    internal(
        object("point_focal", {"point que les recadrages gardent", "focal point"}, focal_point)),
    consent_block,
});

constexpr auto step = std::to_array<Field>({
    required(text("titre", {"ce qui est fait", "what is done"})),
    of(Type::date, "date", {"jour de l'étape", "day of the step"}),
    choice("etat", {"avancement", "progress"}, step_states),
});

constexpr auto natures = std::to_array<Choice>(
    {{"cumul", {"s'additionne d'année en année", "adds up over the years"}},
     {"stock", {"un état à une date", "a state at a date"}},
     {"taux", {"une part, avec son effectif", "a proportion, with its base"}}});
constexpr auto figure_constraints = std::to_array<Constraint>({
    {Form::exactly_one, "valeur", "numerateur"},
    {Form::together, "numerateur", "denominateur"},
});
constexpr auto figure = std::to_array<Field>({
    of(Type::number, "valeur", {"nombre", "number"}),
    choice("precision", {"précision du chiffre", "precision"}, precisions),
    text("motif", {"raison d'un chiffre négatif", "reason of a negative figure"}),
    of(Type::integer, "numerateur", {"d'un taux, combien ont réussi", "numerator of a rate"}),
    of(Type::integer, "denominateur", {"d'un taux, sur combien", "denominator of a rate"}),
    of(Type::year, "cohorte", {"d'un taux, année du groupe suivi", "year of a rate's cohort"}),
});
constexpr Field one_figure =
    object("chiffre", {"un chiffre", "a figure"}, figure, figure_constraints);

constexpr auto indicator = std::to_array<Field>({
    required(of(Type::slug, "id", {"nom court", "short name"})),
    required(text("un", {"au singulier", "singular"})),
    required(text("plusieurs", {"au pluriel", "plural"})),
    required(text("comptage", {"règle de comptage", "counting rule"})),
    of(Type::integer, "arrondi", {"pas d'arrondi", "rounding step"}),
    choice("nature", {"cumul, stock ou taux", "nature"}, natures),
    of(Type::boolean, "personnes", {"compte des personnes", "counts people"}),
    of(Type::boolean, "decimales", {"admet des décimales (12,5)", "may have decimals"}),
});
constexpr auto menu_item = std::to_array<Field>({
    required(text("titre", {"texte du lien", "text of the link"})),
    required(of(Type::path, "adresse", {"adresse de la page", "address of the page"})),
});
constexpr auto consent_policy = std::to_array<Field>({
    of(Type::period, "duree", {"durée par défaut", "default duration"}),
    of(Type::period, "duree_max", {"durée maximale", "longest duration"}),
    choice("publication_existante",
           {"que faire d'une publication antérieure", "what to do with earlier publications"},
           policies),
    choice("mineurs", {"que faire des personnes mineures", "what to do about minors"},
           policies_for_minors),
});
constexpr auto accepted_name = std::to_array<Field>({
    required(text("fiche", {"fiche dont le nom est protégé", "record whose name is withheld"})),
    required(text("lieu", {"fiche, ou fichier de medias/, où ces mots disent autre chose",
                           "record or file of medias/ where these words mean something else"})),
    required(of(Type::date, "jusqu_au", {"dernier jour, à un an au plus", "last day"})),
    required(text("motif", {"ce que ces mots disent, sans le nom", "why, without the name"})),
});
constexpr auto licence = std::to_array<Field>({
    required(text("nom", {"nom court, par exemple etalab-2.0", "short name"})),
    required(text("titre", {"nom entier de la licence", "full name"})),
    required(of(Type::url, "adresse", {"adresse de son texte", "address of its text"})),
});
constexpr auto budgets = std::to_array<Field>({
    between(1, 100'000,
            of(Type::integer, "elements_fiche",
               {"éléments HTML d'une fiche", "elements of a record's page"})),
    between(1, 100'000,
            of(Type::integer, "elements_liste",
               {"éléments HTML des autres pages", "elements of other pages"})),
    between(1, 1000, of(Type::integer, "requetes", {"requêtes par page", "requests of a page"})),
    between(1, 100'000,
            of(Type::integer, "html_ko", {"ko de HTML compressé (gzip)", "kB of HTML, gzip"})),
    between(1, 100'000,
            of(Type::integer, "poids_fiche_ko",
               {"ko d'une fiche, images comprises", "kB of a record's page with images"})),
    between(1, 100'000,
            of(Type::integer, "poids_liste_ko",
               {"ko des autres pages, images comprises", "kB of other pages with images"})),
});
constexpr auto conformity =
    std::to_array<Choice>({{"totale", {"totalement conforme", "fully conforming"}},
                           {"partielle", {"partiellement conforme", "partly conforming"}},
                           {"non", {"non conforme", "not conforming"}}});
constexpr auto audit = std::to_array<Field>({
    required(of(Type::date, "date", {"jour de l'audit", "day of the audit"})),
    required(text("referentiel", {"par exemple RGAA 4.1", "for example RGAA 4.1"})),
    required(choice("niveau", {"niveau de conformité", "level of conformity"}, conformity)),
    between(0, 100, of(Type::integer, "taux", {"% de critères respectés", "% of criteria met"})),
    proper_name(text("auteur", {"qui a mené l'audit", "who audited"})),
});
constexpr auto forges = std::to_array<Choice>(
    {{"github", {"GitHub", "GitHub"}},
     {"gitlab", {"GitLab, ou Framagit par exemple", "GitLab"}},
     {"gitea", {"Gitea ou Forgejo", "Gitea or Forgejo"}},
     {"essai", {"aucun : pour essayer, rien n'est enregistré", "none: nothing is saved"}}});
constexpr auto real_forges = std::to_array<std::string_view>({"github", "gitlab", "gitea"});
constexpr auto editing_constraints =
    std::to_array<Constraint>({{Form::required_if, "depot", "forge", real_forges}});
constexpr auto editing = std::to_array<Field>({
    required(choice("forge", {"où le dépôt est hébergé", "where the repository is"}, forges)),
    text("depot", {"association/projet", "owner/project"}),
    text("branche", {"branche qui est publiée", "branch that is published"}),
    of(Type::url, "adresse",
       {"adresse de la forge, si elle n'est pas github.com, gitlab.com…",
        "address of the forge, if it is not the usual one"}),
    of(Type::url, "connexion", {"service qui ouvre la session GitHub", "sign-in service"}),
    text("application", {"identifiant de l'application (GitLab, Gitea)", "id of the application"}),
});
constexpr auto legal_notice = std::to_array<Field>({
    proper_name(text("editeur", {"nom et forme de l'association", "name of the publisher"})),
    text("siege", {"adresse du siège", "address of the publisher"}),
    text("telephone", {"téléphone de l'association", "phone of the publisher"}),
    text("directeur_publication",
         {"directrice ou directeur de la publication", "director of publication"}),
    text("hebergeur", {"nom, adresse et téléphone de l'hébergeur", "host"}),
});

constexpr auto common_fields = std::to_array<Field>({
    required(text("titre", {"titre de la page", "title of the page"})),
    internal(of(Type::slug, "slug", {"dernière partie de l'adresse", "slug"})),
    of(Type::date, "date", {"date du contenu", "date of the content"}),
    internal(at_most(300, text("resume", {"résumé", "summary"}))),
    many(text("themes", {"thèmes", "themes"})),
    decides(internal(of(Type::boolean, "brouillon", {"brouillon", "draft"}))),
    decides(internal(of(Type::date, "publication", {"premier jour en ligne", "first day online"}))),
    internal(many(of(Type::path, "anciennes_adresses", {"anciennes adresses", "old addresses"}))),
    internal(text("tri", {"clé de tri", "sort key"})),
});

constexpr Field programme =
    required(reference("dispositif", {"dispositif concerné", "programme"}, "dispositif"));
constexpr Field territory = text("territoire", {"commune ou territoire", "place"});
constexpr Field impact =
    of(Type::figures, "impact", {"chiffres de cette fiche", "figures of this record"});
constexpr Field picture = personal(object("photo", {"photo", "photo"}, photo, photo_constraints));
constexpr Field website = of(Type::url, "site_web", {"site web", "website"});

std::vector<Field> with_common(std::vector<Field> own) {
  std::vector<Field> fields(common_fields.begin(), common_fields.end());
  fields.insert(fields.end(), own.begin(), own.end());
  return fields;
}

Kind site() {
  return {
      .name = "site",
      .file = "site.yml",
      .one = {"les réglages du site", "the site settings"},
      .title = {"Site", "Site"},
      .noun = {"Site", "Site"},
      .role = Role::settings,
      .has_body = false,
      .fields = {
          required(text("titre", {"nom du site", "name of the site"})),
          required(at_most(300, text("description", {"le site en une phrase", "in a sentence"}))),
          required(of(Type::url, "base_url", {"adresse publique du site", "public address"})),
          required(text("organisation", {"nom de l'association", "name of the organisation"})),
          text("theme", {"dossier de themes/", "folder of themes/"}),
          many(object("indicateurs", {"indicateurs", "indicators"}, indicator)),
          many(object("navigation", {"menu", "menu"}, menu_item)),
          object("consentement", {"règles de consentement", "consent policy"}, consent_policy),
          many(text("contacts_autorises", {"coordonnées publiables", "contacts to publish"})),
          internal(many(object("noms_acceptes", {"mots qui ne nomment personne", "accepted names"},
                               accepted_name))),
          object("budgets", {"limites de poids des pages", "limits on pages"}, budgets),
          object("licence", {"licence des données", "licence of the data"}, licence),
          object("audit_accessibilite", {"dernier audit d'accessibilité", "last audit"}, audit),
          object("mentions_legales", {"mentions légales", "legal notice"}, legal_notice),
          internal(object("redaction", {"éditeur en ligne", "online editor"}, editing,
                          editing_constraints)),
      }};
}

Kind home() {
  return {.name = "accueil",
          .file = "accueil.md",
          .one = {"la page d'accueil", "the home page"},
          .title = {"Accueil", "Home"},
          .noun = {"Accueil", "Home"},
          .role = Role::home,
          .fields = with_common({})};
}

Kind programmes() {
  return {.name = "dispositif",
          .folder = "dispositifs",
          .one = {"un dispositif", "a programme"},
          .title = {"Dispositifs", "Programmes"},
          .noun = {"Dispositif", "Programme"},
          .role = Role::programme,
          .fields = with_common({
              text("sigle", {"sigle", "acronym"}),
              text("accroche", {"le dispositif en une ligne", "one line"}),
              internal(of(Type::integer, "ordre", {"rang dans les listes", "rank"})),
              text("couleur", {"nom d'une couleur du thème", "a colour of the theme"}),
          })};
}

Kind testimonials() {
  static constexpr auto own_words = std::to_array<std::string_view>({"citation"});
  return {.name = "temoignage",
          .folder = "temoignages",
          .one = {"un témoignage", "a testimonial"},
          .title = {"Témoignages", "Testimonials"},
          .noun = {"Témoignage", "Testimonial"},
          .role = Role::achievement,
          .fields = with_common({
              required(proper_name(text("structure", {"nom de la structure", "organisation"}))),
              required(choice("forme", {"citation ou récit", "form"}, forms)),
              personal(text("auteur", {"nom de la personne", "name of the person"})),
              personal(text("fonction", {"fonction de la personne", "role of the person"})),
              programme,
              territory,
              impact,
              picture,
              website,
              consent_block,
          }),
          .constraints = {{Form::required_if, "auteur", "forme", own_words}}};
}

Kind projects() {
  return {.name = "projet",
          .folder = "projets",
          .one = {"un projet", "a project"},
          .title = {"Projets", "Projects"},
          .noun = {"Projet", "Project"},
          .role = Role::achievement,
          .fields = with_common({
              programme,
              territory,
              choice("statut", {"avancement", "status"}, statuses),
              of(Type::date, "debut", {"premier jour", "first day"}),
              of(Type::date, "fin", {"dernier jour", "last day"}),
              proper_name(text("structure", {"structure porteuse", "organisation"})),
              many(proper_name(text("partenaires", {"partenaires", "partners"}))),
              many(text_allowed(object("etapes", {"étapes", "steps"}, step))),
              impact,
              picture,
              website,
          }),
          .constraints = {{Form::ordered, "debut", "fin"}}};
}

Kind statements() {
  return {.name = "bilan",
          .folder = "bilans",
          .one = {"un bilan", "a statement"},
          .title = {"Bilans", "Statements"},
          .noun = {"Bilan", "Statement"},
          .role = Role::statement,
          .fields = with_common({
              of(Type::boolean, "cumul", {"depuis la création", "since the beginning"}),
              of(Type::year, "annee", {"année", "year"}),
              of(Type::date, "au", {"dernier jour couvert", "last day covered"}),
              required(of(Type::figures, "chiffres", {"chiffres", "figures"})),
              of(Type::partition, "par_dispositif", {"chiffres par dispositif", "by programme"}),
              required(text("source", {"d'où viennent les chiffres", "where they come from"})),
          }),
          .constraints = {{Form::exactly_one, "cumul", "annee"}}};
}

Kind pages() {
  return {.name = "page",
          .folder = "pages",
          .one = {"une page", "a page"},
          .title = {"Pages", "Pages"},
          .noun = {"Page", "Page"},
          .fields = with_common({
              internal(of(Type::integer, "menu", {"rang dans le menu", "rank in the menu"})),
          })};
}

}  // namespace

std::span<const Kind> all_kinds() {
  static const std::vector<Kind> kinds = {site(),     home(),       programmes(), testimonials(),
                                          projects(), statements(), pages()};
  return kinds;
}

const Kind& kind_named(std::string_view name) {
  const auto kinds = all_kinds();
  const auto found =
      std::find_if(kinds.begin(), kinds.end(), [&](const Kind& kind) { return kind.name == name; });
  assert(found != kinds.end());
  return *found;
}

int field_index(const Kind& kind, std::string_view name) {
  const auto found = std::find_if(kind.fields.begin(), kind.fields.end(),
                                  [&](const Field& field) { return field.name == name; });
  return found == kind.fields.end() ? -1 : static_cast<int>(found - kind.fields.begin());
}

const Field& figure_field() { return one_figure; }

}  // namespace pes
