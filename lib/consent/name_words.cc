#include "consent/name_words.h"

#include <algorithm>
#include <array>

namespace pes {

namespace {

using std::string_view;

constexpr auto addresses = std::to_array<string_view>(
    {"m",        "mr",        "mm",     "mme",      "mmes",         "mlle",       "mlles",
     "monsieur", "messieurs", "madame", "mesdames", "mademoiselle", "dr",         "docteur",
     "docteure", "me",        "maitre", "maitres",  "pr",           "professeur", "professeure",
     "abbe",     "pere",      "soeur",  "frere"});
constexpr auto civil = std::to_array<string_view>(
    {"m",        "mr",        "mm",     "mme",      "mmes",         "mlle",       "mlles",
     "monsieur", "messieurs", "madame", "mesdames", "mademoiselle", "dr",         "docteur",
     "docteure", "me",        "maitre", "maitres",  "pr",           "professeur", "professeure"});
constexpr auto certain =
    std::to_array<string_view>({"mr", "mme", "mmes", "mlle", "mlles", "monsieur", "messieurs",
                                "madame", "mesdames", "mademoiselle"});
constexpr auto of_several =
    std::to_array<string_view>({"mm", "mmes", "mlles", "messieurs", "mesdames", "maitres"});
constexpr auto articles = std::to_array<string_view>(
    {"l", "le", "la", "les", "un", "une", "des", "notre", "nos", "mon", "ma", "mes", "tous",
     "toute", "toutes", "ce", "cet", "cette", "ces"});
constexpr auto determiners = std::to_array<string_view>(
    {"du",     "de",    "d",     "au",  "aux",    "son",     "sa",       "ses",
     "leur",   "leurs", "votre", "vos", "chaque", "quelque", "quelques", "aucun",
     "aucune", "ton",   "ta",    "tes", "mon",    "nul",     "nulle"});
constexpr auto particles = std::to_array<string_view>(
    {"de",  "du", "des", "d",   "la", "le", "les", "l",   "van", "von", "den",
     "der", "di", "da",  "dos", "el", "al", "ben", "bin", "y",   "e"});
constexpr auto joiners = std::to_array<string_view>({"et", "ou", "avec", "puis", "and"});
constexpr auto announcements = std::to_array<string_view>(
    {"nee", "ne", "dit", "dite", "alias", "epouse", "veuve", "surnomme", "surnommee"});
// What a group, or somebody without a name, is called; endings of number and gender may follow.
constexpr auto collectives = std::to_array<string_view>(
    {"equipe",       "habitant",     "benevole",      "administrateur", "administratrice",
     "salarie",      "parents",      "collectif",     "association",    "anonyme",
     "membre",       "adherent",     "participant",   "usager",         "eleve",
     "famille",      "conseil",      "bureau",        "structure",      "plusieurs",
     "deux",         "trois",        "quatre",        "nous",           "tous",
     "toutes",       "ensemble",     "groupe",        "president",      "directeur",
     "directrice",   "coordinateur", "coordinatrice", "accueillant",    "animateur",
     "animatrice",   "fondateur",    "fondatrice",    "createur",       "creatrice",
     "entrepreneur", "stagiaire",    "volontaire",    "jeunes",         "femmes",
     "hommes",       "personnes",    "porteur",       "dirigeant",      "responsable",
     "tresorier",    "secretaire",   "conseiller",    "agents",         "elus",
     "elues",        "temoin"});
constexpr auto endings = std::to_array<string_view>({"", "s", "e", "es", "se", "ses"});

// What forms and tables write before the parts of a name.
constexpr auto labels = std::to_array<string_view>(
    {"nom", "prenom", "noms", "prenoms", "name", "first", "last", "given", "family", "firstname",
     "lastname", "surname", "famille", "naissance", "usage"});
// What one person is called who may be named behind it: « Maire Exemple ».
constexpr auto offices = std::to_array<string_view>(
    {"maire",      "adjoint",     "adjointe",     "depute",        "deputee",      "senateur",
     "senatrice",  "ministre",    "prefet",       "prefete",       "pasteur",      "cure",
     "general",    "colonel",     "capitaine",    "commandant",    "president",    "presidente",
     "directeur",  "directrice",  "coordinateur", "coordinatrice", "animateur",    "animatrice",
     "fondateur",  "fondatrice",  "createur",     "creatrice",     "tresorier",    "tresoriere",
     "secretaire", "conseiller",  "conseillere",  "gerant",        "gerante",      "dirigeant",
     "dirigeante", "responsable", "entrepreneur", "entrepreneure", "entrepreneuse"});
constexpr auto common_words = std::to_array<string_view>(
    {"aimee",      "ambre",     "ange",      "angelique", "anemone",   "aurore",    "avril",
     "barbe",      "benoit",    "blanche",   "blond",     "bonne",     "brune",     "capucine",
     "carmin",     "celeste",   "cerise",    "charlotte", "claire",    "clemence",  "clement",
     "clemente",   "colin",     "colombe",   "constance", "constant",  "constante", "desire",
     "desiree",    "eglantine", "esperance", "etoile",    "felicite",  "fidele",    "fleur",
     "florissant", "franc",     "france",    "garance",   "gentil",    "germain",   "germaine",
     "grace",      "gui",       "harmonie",  "innocent",  "innocente", "iris",      "jacinthe",
     "jade",       "jean",      "jules",     "juste",     "lilas",     "lise",      "loyal",
     "luce",       "lune",      "lys",       "madeleine", "mai",       "marcel",    "marguerite",
     "marin",      "marine",    "martial",   "martin",    "maxime",    "melisse",   "melodie",
     "merlin",     "mirabelle", "modeste",   "muguet",    "noel",      "oceane",    "olive",
     "olivier",    "opale",     "parfait",   "pascal",    "pascale",   "perle",     "pie",
     "pierre",     "placide",   "prosper",   "prudence",  "prune",     "reine",     "robin",
     "romarin",    "rose",      "serein",    "sereine",   "severe",    "sylvestre", "urbain",
     "victoire",   "violette",  "vital"});

template <typename List>
bool contains(const List& list, string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

}  // namespace

bool is_form_of_address(string_view folded) { return contains(addresses, folded); }
std::span<const string_view> forms_of_address() { return addresses; }
bool is_civil_address(string_view folded) { return contains(civil, folded); }
bool is_certain_address(string_view folded) { return contains(certain, folded); }
bool is_address_of_several(string_view folded) { return contains(of_several, folded); }
bool is_article(string_view folded) { return contains(articles, folded); }
bool is_determiner(string_view folded) {
  return is_article(folded) || contains(determiners, folded);
}
bool is_particle(string_view folded) { return contains(particles, folded); }
bool is_joiner(string_view folded) { return contains(joiners, folded); }
bool announces_other_name(string_view folded) { return contains(announcements, folded); }
bool is_name_label(string_view folded) { return contains(labels, folded); }
bool is_office(string_view folded) { return contains(offices, folded); }
bool is_common_word(string_view folded) { return contains(common_words, folded); }

bool is_collective_noun(string_view folded) {
  return std::any_of(collectives.begin(), collectives.end(), [&](string_view noun) {
    return folded.starts_with(noun) && contains(endings, folded.substr(noun.size()));
  });
}

}  // namespace pes
