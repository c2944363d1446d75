#include "schema/kinds.h"

#include <algorithm>
#include <array>
#include <cassert>

namespace pes {

namespace {

using Form = Constraint::Form;

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
constexpr auto outputs = std::to_array<Choice>({{"site", {"le site", "the site"}},
                                                {"flux", {"le flux Atom", "the Atom feed"}},
                                                {"donnees", {"les données", "the data files"}},
                                                {"reseaux", {"les réseaux", "social networks"}}});
constexpr auto policies = std::to_array<Choice>({{"avertir", {"publier et avertir", "warn"}},
                                                 {"refuser", {"ne pas publier", "withhold"}}});

constexpr auto scope = std::to_array<Field>({
    {.name = "nom", .type = Type::choice, .label = {"forme du nom affiché", "form of the name"},
     .choices = name_forms},
    {.name = "photo", .type = Type::boolean, .label = {"photo admise", "photo allowed"}},
});

constexpr auto needs_proof = std::to_array<std::string_view>({"accord-ecrit", "accord-oral"});
constexpr auto consent_constraints = std::to_array<Constraint>({
    {Form::required_if, "recueilli_le", "base", needs_proof},
    {Form::required_if, "preuve", "base", needs_proof},
    {Form::at_most_one, "duree", "expire_le"},
    {Form::ordered, "recueilli_le", "expire_le"},
});
constexpr auto consent = std::to_array<Field>({
    {.name = "base", .type = Type::choice, .label = {"ce qui autorise la publication", "the basis"},
     .required = true, .choices = bases},
    {.name = "recueilli_le", .type = Type::date, .label = {"jour de l'accord", "day of consent"}},
    {.name = "duree", .type = Type::period, .label = {"durée de l'accord", "how long it lasts"}},
    {.name = "expire_le", .type = Type::date, .label = {"dernier jour valable", "last valid day"}},
    {.name = "preuve", .type = Type::text,
     .label = {"référence dans le registre de l'association", "reference in the register"}},
    {.name = "portee", .type = Type::object, .label = {"ce qui est montré", "what is shown"},
     .fields = scope},
    {.name = "supports", .type = Type::choice, .label = {"où c'est montré", "where it is shown"},
     .many = true, .choices = outputs},
    {.name = "retrait", .type = Type::date, .label = {"jour du retrait", "day of withdrawal"}},
});

constexpr auto photo_constraints = std::to_array<Constraint>({
    {Form::required_unless, "alt", "decorative"},
    {Form::required_if, "consentement", "personnes"},
});
constexpr auto photo = std::to_array<Field>({
    {.name = "fichier", .type = Type::media, .label = {"fichier de content/medias/", "media file"},
     .required = true},
    {.name = "alt", .label = {"ce que montre l'image, en une phrase", "what the picture shows"},
     .longest = 150},
    {.name = "decorative", .type = Type::boolean,
     .label = {"image sans information", "carries no information"}},
    {.name = "legende", .label = {"légende", "caption"}},
    {.name = "credit", .label = {"auteur de l'image", "author of the picture"}},
    {.name = "personnes", .type = Type::integer,
     .label = {"nombre de personnes reconnaissables", "number of recognisable people"},
     .exposure = Exposure::internal},
    {.name = "consentement", .type = Type::object,
     .label = {"accord des personnes", "consent of the people"},
     .exposure = Exposure::internal, .fields = consent, .constraints = consent_constraints},
});

constexpr auto step = std::to_array<Field>({
    {.name = "titre", .label = {"ce qui est fait", "what is done"}, .required = true},
    {.name = "date", .type = Type::date, .label = {"jour de l'étape", "day of the step"}},
    {.name = "etat", .type = Type::choice, .label = {"avancement", "progress"},
     .choices = step_states},
});

constexpr auto figure = std::to_array<Field>({
    {.name = "valeur", .type = Type::number, .label = {"nombre", "number"}, .required = true},
    {.name = "precision", .type = Type::choice, .label = {"précision du chiffre", "precision"},
     .choices = precisions},
    {.name = "motif", .label = {"raison d'un chiffre négatif", "reason of a negative figure"}},
});
constexpr Field one_figure{.name = "chiffre", .type = Type::object,
                           .label = {"un chiffre", "a figure"}, .fields = figure};

constexpr auto indicator = std::to_array<Field>({
    {.name = "id", .type = Type::slug, .label = {"nom court", "short name"}, .required = true},
    {.name = "un", .label = {"au singulier", "singular"}, .required = true},
    {.name = "plusieurs", .label = {"au pluriel", "plural"}, .required = true},
    {.name = "comptage", .label = {"règle de comptage", "counting rule"}, .required = true},
    {.name = "arrondi", .type = Type::integer, .label = {"pas d'arrondi", "rounding step"}},
});
constexpr auto menu_item = std::to_array<Field>({
    {.name = "titre", .label = {"texte du lien", "text of the link"}, .required = true},
    {.name = "adresse", .type = Type::path, .label = {"adresse de la page", "address of the page"},
     .required = true},
});
constexpr auto consent_policy = std::to_array<Field>({
    {.name = "duree", .type = Type::period, .label = {"durée par défaut", "default duration"}},
    {.name = "duree_max", .type = Type::period, .label = {"durée maximale", "longest duration"}},
    {.name = "publication_existante", .type = Type::choice,
     .label = {"que faire d'une publication antérieure", "what to do with earlier publications"},
     .choices = policies},
});
constexpr auto legal_notice = std::to_array<Field>({
    {.name = "editeur", .label = {"nom et forme de l'association", "name of the publisher"}},
    {.name = "siege", .label = {"adresse du siège", "address of the publisher"}},
    {.name = "telephone", .label = {"téléphone de l'association", "phone of the publisher"}},
    {.name = "directeur_publication",
     .label = {"directrice ou directeur de la publication", "director of publication"}},
    {.name = "hebergeur", .label = {"nom, adresse et téléphone de l'hébergeur", "host"}},
});

const std::vector<Field>& common_fields() {
  static const std::vector<Field> fields = {
      {.name = "titre", .label = {"titre de la page", "title of the page"}, .required = true},
      {.name = "slug", .type = Type::slug, .label = {"dernière partie de l'adresse", "slug"},
       .exposure = Exposure::internal},
      {.name = "date", .type = Type::date, .label = {"date du contenu", "date of the content"}},
      {.name = "resume", .label = {"résumé", "summary"}, .longest = 300,
       .exposure = Exposure::internal},
      {.name = "themes", .label = {"thèmes", "themes"}, .many = true},
      {.name = "brouillon", .type = Type::boolean, .label = {"brouillon", "draft"},
       .exposure = Exposure::internal},
      {.name = "publication", .type = Type::date,
       .label = {"premier jour en ligne", "first day online"}, .exposure = Exposure::internal},
      {.name = "anciennes_adresses", .type = Type::path,
       .label = {"anciennes adresses", "old addresses"}, .many = true,
       .exposure = Exposure::internal},
      {.name = "tri", .label = {"clé de tri", "sort key"}, .exposure = Exposure::internal},
  };
  return fields;
}

std::vector<Field> with_common(std::vector<Field> own) {
  std::vector<Field> fields = common_fields();
  fields.insert(fields.end(), own.begin(), own.end());
  return fields;
}

constexpr Field programme{.name = "dispositif", .type = Type::reference,
                      .label = {"slug du dispositif", "slug of the programme"}, .required = true,
                      .target = "dispositif"};
constexpr Field territory{.name = "territoire", .label = {"commune ou territoire", "place"}};
constexpr Field impact{.name = "impact", .type = Type::figures,
                   .label = {"chiffres de cette fiche", "figures of this record"}};
constexpr Field picture{.name = "photo", .type = Type::object, .label = {"photo", "photo"},
                    .exposure = Exposure::personal, .fields = photo,
                    .constraints = photo_constraints};
constexpr Field website{.name = "site_web", .type = Type::url, .label = {"site web", "website"}};

constexpr auto own_words = std::to_array<std::string_view>({"citation"});

std::vector<Kind> make_kinds() {
  std::vector<Kind> kinds;
  kinds.push_back(Kind{
      .name = "site", .folder = "", .file = "site.yml",
      .one = {"les réglages du site", "the site settings"}, .title = {"Site", "Site"},
      .has_body = false,
      .fields = {
          {.name = "titre", .label = {"nom du site", "name of the site"}, .required = true},
          {.name = "description", .label = {"le site en une phrase", "the site in a sentence"},
           .required = true, .longest = 300},
          {.name = "base_url", .type = Type::url,
           .label = {"adresse publique du site", "public address of the site"}, .required = true},
          {.name = "organisation", .label = {"nom de l'association", "name of the organisation"},
           .required = true},
          {.name = "theme", .label = {"dossier de themes/", "folder of themes/"}},
          {.name = "indicateurs", .type = Type::object, .label = {"indicateurs", "indicators"},
           .many = true, .fields = indicator},
          {.name = "navigation", .type = Type::object, .label = {"menu", "menu"}, .many = true,
           .fields = menu_item},
          {.name = "consentement", .type = Type::object,
           .label = {"règles de consentement", "consent policy"}, .fields = consent_policy},
          {.name = "mentions_legales", .type = Type::object,
           .label = {"mentions légales", "legal notice"}, .fields = legal_notice},
      }});
  kinds.push_back(Kind{.name = "accueil", .folder = "", .file = "accueil.md",
                       .one = {"la page d'accueil", "the home page"},
                       .title = {"Accueil", "Home"}, .fields = common_fields()});
  kinds.push_back(Kind{
      .name = "dispositif", .folder = "dispositifs", .file = "",
      .one = {"un dispositif", "a programme"}, .title = {"Dispositifs", "Programmes"},
      .fields = with_common({
          {.name = "sigle", .label = {"sigle", "acronym"}},
          {.name = "accroche", .label = {"le dispositif en une ligne", "one line"}},
          {.name = "ordre", .type = Type::integer, .label = {"rang dans les listes", "rank"},
           .exposure = Exposure::internal},
          {.name = "couleur", .label = {"nom d'une couleur du thème", "a colour of the theme"}},
      })});
  kinds.push_back(Kind{
      .name = "temoignage", .folder = "temoignages", .file = "",
      .one = {"un témoignage", "a testimonial"}, .title = {"Témoignages", "Testimonials"},
      .fields = with_common({
          {.name = "structure", .label = {"nom de la structure", "organisation"}, .required = true},
          {.name = "forme", .type = Type::choice, .label = {"citation ou récit", "form"},
           .required = true, .choices = forms},
          {.name = "auteur", .label = {"nom de la personne", "name of the person"},
           .exposure = Exposure::personal},
          {.name = "fonction", .label = {"fonction de la personne", "role of the person"},
           .exposure = Exposure::personal},
          programme, territory, impact, picture, website,
          {.name = "consentement", .type = Type::object, .label = {"consentement", "consent"},
           .exposure = Exposure::internal, .fields = consent, .constraints = consent_constraints},
      }),
      .constraints = {{Form::required_if, "auteur", "forme", own_words}}});
  kinds.push_back(Kind{
      .name = "projet", .folder = "projets", .file = "", .one = {"un projet", "a project"},
      .title = {"Projets", "Projects"},
      .fields = with_common({
          programme, territory,
          {.name = "statut", .type = Type::choice, .label = {"avancement", "status"},
           .choices = statuses},
          {.name = "debut", .type = Type::date, .label = {"premier jour", "first day"}},
          {.name = "fin", .type = Type::date, .label = {"dernier jour", "last day"}},
          {.name = "structure", .label = {"structure porteuse", "organisation"}},
          {.name = "partenaires", .label = {"partenaires", "partners"}, .many = true},
          {.name = "etapes", .type = Type::object, .label = {"étapes", "steps"}, .many = true,
           .text_allowed = true, .fields = step},
          impact, picture, website,
      }),
      .constraints = {{Form::ordered, "debut", "fin"}}});
  kinds.push_back(Kind{
      .name = "bilan", .folder = "bilans", .file = "", .one = {"un bilan", "a statement"},
      .title = {"Bilans", "Statements"},
      .fields = with_common({
          {.name = "cumul", .type = Type::boolean,
           .label = {"depuis la création", "since the beginning"}},
          {.name = "annee", .type = Type::year, .label = {"année", "year"}},
          {.name = "au", .type = Type::date, .label = {"dernier jour couvert", "last day covered"}},
          {.name = "chiffres", .type = Type::figures, .label = {"chiffres", "figures"},
           .required = true},
          {.name = "par_dispositif", .type = Type::partition,
           .label = {"chiffres par dispositif", "figures of each programme"}},
          {.name = "source", .label = {"d'où viennent les chiffres", "where they come from"},
           .required = true},
      }),
      .constraints = {{Form::exactly_one, "cumul", "annee"}}});
  kinds.push_back(Kind{
      .name = "page", .folder = "pages", .file = "", .one = {"une page", "a page"},
      .title = {"Pages", "Pages"}, .at_root = true,
      .fields = with_common({
          {.name = "menu", .type = Type::integer, .label = {"rang dans le menu", "rank in the menu"},
           .exposure = Exposure::internal},
      })});
  return kinds;
}

}  // namespace

std::span<const Kind> all_kinds() {
  static const std::vector<Kind> kinds = make_kinds();
  return kinds;
}

const Kind& theme_settings() {
  static const Kind kind{.name = "theme", .folder = "", .file = "theme.yml",
                         .one = {"les réglages du thème", "the theme settings"},
                         .title = {"Thème", "Theme"}, .has_body = false,
                         .fields = {
                             {.name = "nom", .label = {"nom du thème", "name of the theme"},
                              .required = true},
                             {.name = "couleurs", .type = Type::slug,
                              .label = {"noms des couleurs", "names of the colours"},
                              .many = true},
                         }};
  return kind;
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

Text type_label(Type type) {
  switch (type) {
    case Type::text:
      return {"un texte", "a text"};
    case Type::slug:
      return {"un nom court en minuscules", "a short lower-case name"};
    case Type::boolean:
      return {"« oui » ou « non »", "\"oui\" or \"non\""};
    case Type::integer:
      return {"un nombre entier", "a whole number"};
    case Type::number:
      return {"un nombre, par exemple 2600 ou 12,5", "a number, for example 2600 or 12,5"};
    case Type::year:
      return {"une année, par exemple 2024", "a year, for example 2024"};
    case Type::date:
      return {"une date AAAA-MM-JJ", "a date YYYY-MM-DD"};
    case Type::period:
      return {"une durée comme P3Y (3 ans) ou P18M (18 mois)",
              "a duration such as P3Y (3 years) or P18M (18 months)"};
    case Type::choice:
      return {"une des valeurs prévues", "one of the known values"};
    case Type::reference:
      return {"le nom court d'une fiche", "the short name of a record"};
    case Type::media:
      return {"un fichier de content/medias/", "a file of content/medias/"};
    case Type::url:
      return {"une adresse qui commence par https://", "an address that starts with https://"};
    case Type::path:
      return {"une adresse du site qui commence par /", "an address of the site, starting with /"};
    case Type::object:
      return {"des champs alignés en dessous (deux espaces)", "fields indented below (two spaces)"};
    case Type::figures:
      return {"une ligne « indicateur: nombre » par chiffre", "a line \"indicator: number\" each"};
    case Type::partition:
      return {"pour chaque dispositif, ses chiffres", "for each programme, its figures"};
  }
  return {};
}

}  // namespace pes
