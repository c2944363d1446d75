#include "text/typography/words.h"

#include <algorithm>
#include <array>

#include "text/utf8.h"

namespace pes {

namespace {

constexpr auto with_ligature = std::to_array<std::string_view>(
    {"boeuf",    "boeufs",      "choeur",     "choeurs",  "coeur",     "coeurs",
     "consoeur", "consoeurs",   "foetal",     "foetale",  "foetales",  "foetaux",
     "foetus",   "contrecoeur", "moeurs",     "noeud",    "noeuds",    "oeil",
     "oeils",    "oeuf",        "oeufs",      "rancoeur", "rancoeurs", "soeur",
     "soeurs",   "soeurette",   "soeurettes", "voeu",     "voeux"});
// Any ending may follow these.
constexpr auto stems_with_ligature = std::to_array<std::string_view>(
    {"coeliaqu", "coelio", "desoeuvr", "ecoeur", "manoeuvr", "oecoumen", "oecumen", "oedem",
     "oedip", "oeill", "oeno", "oesoph", "oestro", "oeuvr"});

// Sorted, folded; their first letter has an acute or circumflex accent, or should have.
constexpr auto with_accent = std::to_array<std::string_view>(
    {"ecart",       "ecarts",        "echange",        "echanger",    "echanges",    "echelle",
     "ecole",       "ecoles",        "ecologie",       "ecologique",  "ecologiques", "economie",
     "economies",   "economique",    "economiques",    "ecosysteme",  "ecosystemes", "ecoute",
     "ecouter",     "ecrire",        "edition",        "editions",    "educateur",   "educateurs",
     "educatif",    "educatifs",     "education",      "educative",   "educatrice",  "educatrices",
     "egalement",   "egalite",       "eglise",         "eglises",     "elaboration", "elaborer",
     "election",    "elections",     "electricite",    "electrique",  "eleve",       "eleves",
     "elu",         "elue",          "elues",          "elus",        "emission",    "emissions",
     "energetique", "energetiques",  "energie",        "energies",    "epicerie",    "epiceries",
     "epoque",      "equipe",        "equipement",     "equipements", "equipes",     "equitable",
     "equite",      "etablissement", "etablissements", "etape",       "etapes",      "etat",
     "etats",       "ete",           "etes",           "ethique",     "ethiques",    "etre",
     "etude",       "etudes",        "etudiant",       "etudiante",   "etudiantes",  "etudiants",
     "evaluation",  "evaluations",   "evaluer",        "evenement",   "evenements",  "evolution",
     "evolutions"});

// What « À » stands before at the beginning of a sentence, where « A » would say nothing.
constexpr auto after_a_grave = std::to_array<std::string_view>(
    {"bientot",   "cause",  "ce",          "ces",     "cette",   "chaque", "condition", "cote",
     "decouvrir", "defaut", "destination", "droite",  "force",   "gauche", "l",         "la",
     "lire",      "moins",  "noter",       "notre",   "nos",     "partir", "peine",     "propos",
     "quel",      "quelle", "qui",         "quoi",    "retenir", "savoir", "suivre",    "terme",
     "titre",     "tous",   "toutes",      "travers", "venir",   "voir",   "vos",       "votre"});
constexpr auto after_c_cedilla =
    std::to_array<std::string_view>({"bouge", "fait", "marche", "suffit", "va", "vaut"});

constexpr auto titles = std::to_array<std::string_view>(
    {"M.", "MM.", "Me", "Mgr", "Mgr.", "Mlle", "Mlles", "Mme", "Mme.", "Mmes", "Mr", "Mr.", "Dr",
     "Dr.", "Drs", "Pr", "Pr.", "Prs"});
constexpr auto before_numbers =
    std::to_array<std::string_view>({"al", "art", "chap", "fig", "p", "pp", "t", "vol"});
constexpr auto long_initials = std::to_array<std::string_view>({"Ch", "Ph", "Th"});
constexpr std::size_t most_initials = 3;

template <typename Words>
bool contains(const Words& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool has_ligature(std::string_view folded) {
  return contains(with_ligature, folded) ||
         std::any_of(stems_with_ligature.begin(), stems_with_ligature.end(),
                     [&](std::string_view stem) { return folded.starts_with(stem); });
}

bool is_part_of_name(std::string_view text, Extent word) {
  return is_digit(character_before(text, word.begin)) || is_digit(character_at(text, word.end));
}

bool is_boundary(char32_t character) {
  return is_blank(character) || is_opening(character) || is_apostrophe(character) ||
         character == U'"';
}

// « J. », « J.-P. », « J.P. », « Ch. »; `at` is the last full stop.
bool ends_initials(std::string_view text, std::size_t at) {
  for (std::size_t count = 0; count < most_initials; ++count) {
    const std::size_t begin = letters_begin(text, at);
    const std::string_view letters = slice(text, {begin, at});
    const bool single = count_characters(letters) == 1 && is_capital(character_at(letters, 0));
    if (!single && !contains(long_initials, letters)) return false;
    if (is_boundary(character_before(text, begin))) return true;
    at = begin - (character_before(text, begin) == U'-' ? 1 : 0);
    if (character_before(text, at) != U'.') return false;
    --at;
  }
  return false;
}

// « Dupont », « le maire »
bool begins_name(std::string_view text, std::size_t at) {
  return is_capital(character_at(text, at)) || stands_at(text, at, "le ") ||
         stands_at(text, at, "la ");
}

bool begins_sentence(std::string_view text, std::size_t at) {
  while (at > 0 && (text[at - 1] == '\n' || gap_begin(text, at) < at)) {
    at = text[at - 1] == '\n' ? at - 1 : gap_begin(text, at);
  }
  const char32_t before = character_before(text, at);
  return before == 0 ||
         std::u32string_view(U".!?…:«“\"(").find(before) != std::u32string_view::npos;
}

// The word behind the gap at `at`, folded; nothing unless it is in lower case.
std::string next_word(std::string_view text, std::size_t at) {
  const std::size_t begin = gap_end(text, at);
  const Extent word{begin, letters_end(text, begin)};
  if (begin == at || is_capital(character_at(text, begin))) return {};
  return fold(slice(text, word));
}

}  // namespace

void set_ligature(Galley& galley, std::size_t at) {
  const std::string_view text = galley.text();
  const std::string_view pair = text.substr(at, 2);
  if (pair != "oe" && pair != "Oe" && pair != "OE") return;
  const Extent word = word_around(text, at);
  if (is_part_of_name(text, word) || !has_ligature(fold(slice(text, word)))) return;
  galley.replace({at, at + 2}, pair == "oe" ? "œ" : "Œ");
}

void set_title(Galley& galley, std::size_t at) {
  const std::string_view text = galley.text();
  const char32_t before = character_before(text, at);
  if (is_word_character(before) || before == U'-') return;
  for (const std::string_view title : titles) {
    const std::size_t end = at + title.size();
    const std::size_t name = stands_at(text, at, title) ? gap_end(text, end) : end;
    if (name > end && begins_name(text, name)) {
      galley.replace({end, name}, no_break_space);
    }
  }
}

void set_abbreviation(Galley& galley, std::size_t at) {
  const std::string_view text = galley.text();
  const std::size_t next = gap_end(text, at + 1);
  if (next == at + 1) return;
  const char32_t after = character_at(text, next);
  const std::size_t begin = letters_begin(text, at);
  const bool number = is_digit(after) && is_boundary(character_before(text, begin)) &&
                      contains(before_numbers, slice(text, {begin, at}));
  const bool name = is_capital(after) && ends_initials(text, at);
  if (number || name) galley.replace({at + 1, next}, no_break_space);
}

void set_numero(Galley& galley, std::size_t at) {
  const std::string_view text = galley.text();
  const std::size_t end = at + 2;  // « ° » or « º »
  const std::size_t number = gap_end(text, end);
  const Extent word{letters_begin(text, at), at};
  const bool numero = slice(text, word) == "n" || slice(text, word) == "N";
  if (!numero || !is_digit(character_at(text, number))) return;
  if (number == end) {
    galley.insert_after(end, no_break_space);
  } else {
    galley.replace({end, number}, no_break_space);
  }
}

bool lacks_ligature(std::string_view text, Extent word) {
  const std::string_view letters = slice(text, word);
  const bool ligature = letters.find("oe") == std::string_view::npos && !letters.starts_with("Oe");
  if (ligature) return false;
  const std::string folded = fold(letters);
  const bool looks = folded.find("oeu") != std::string::npos ||
                     folded.find("oei") != std::string::npos || folded.starts_with("oe");
  if (!looks || has_ligature(folded)) return false;
  return !is_capital(character_at(letters, 0)) || begins_sentence(text, word.begin);
}

bool lacks_accent(std::string_view text, Extent word) {
  const std::string_view letters = slice(text, word);
  if (letters == "A") {
    return begins_sentence(text, word.begin) && contains(after_a_grave, next_word(text, word.end));
  }
  if (letters == "Ca") return contains(after_c_cedilla, next_word(text, word.end));
  if (letters.size() < 3 || letters[0] != 'E' || is_capital(character_at(letters, 1))) return false;
  return std::binary_search(with_accent.begin(), with_accent.end(),
                            std::string_view(fold(letters)));
}

}  // namespace pes
