#include "consent/people.h"

#include <algorithm>
#include <array>

#include "text/letters.h"
#include "text/utf8.h"

namespace pes {

namespace {

using Words = std::span<const NameWord>;

constexpr auto addresses = std::to_array<std::string_view>(
    {"m",      "mr",         "mm",           "mme",  "mmes",    "mlle",     "monsieur", "messieurs",
     "madame", "mesdames",   "mademoiselle", "dr",   "docteur", "docteure", "me",       "maitre",
     "pr",     "professeur", "professeure",  "abbe", "pere",    "soeur",    "frere"});
constexpr auto articles = std::to_array<std::string_view>(
    {"l", "le", "la", "les", "un", "une", "des", "notre", "nos", "mon", "ma", "mes", "tous",
     "toute", "toutes", "ce", "cet", "cette", "ces"});
constexpr auto particles = std::to_array<std::string_view>(
    {"de",  "du", "des", "d",   "la", "le", "les", "l",   "van", "von", "den",
     "der", "di", "da",  "dos", "el", "al", "ben", "bin", "y",   "e"});
constexpr auto joiners = std::to_array<std::string_view>({"et", "ou", "avec", "puis", "and"});
// What a group, or somebody without a name, is called; endings of number and gender may follow.
constexpr auto collectives = std::to_array<std::string_view>(
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
constexpr auto endings = std::to_array<std::string_view>({"", "s", "e", "es", "se", "ses"});

template <typename List>
bool contains(const List& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

bool is_capital_letter(char32_t c) {
  return (c >= U'A' && c <= U'Z') || (c >= 0xC0 && c <= 0xDE) ||
         (c >= 0x100 && c < 0x180 && c % 2 == 0);
}

bool begins_with_capital(std::string_view word) {
  std::size_t offset = 0;
  return is_capital_letter(next_character(word, offset));
}

bool is_common(const NameWord& word) { return !word.capital && !contains(particles, word.folded); }

// Words of a name stand apart by spaces, a hyphen, an apostrophe or the dot of « M. ».
bool separates_people(std::string_view gap) {
  bool space = false;
  bool dash = false;
  for (std::size_t at = 0; at < gap.size();) {
    const Letter letter = read_letter(gap, at);
    const char32_t c = letter.character;
    const bool within = c == U'.' || c == U'\'' || c == 0x2019 || c == U'_' || !letter.separates;
    at += letter.length;
    if (is_space(c)) {
      space = true;
    } else if (c == U'-' || (c >= 0x2010 && c <= 0x2015)) {
      dash = true;
    } else if (!within) {
      return true;
    }
  }
  return space && dash;
}

std::vector<Words> cut_into_parts(std::string_view text, const std::vector<NameWord>& words) {
  std::vector<Words> parts;
  std::size_t begin = 0;
  const auto close = [&](std::size_t end, std::size_t next) {
    if (end > begin) parts.push_back(Words(words).subspan(begin, end - begin));
    begin = next;
  };
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool cut = i > begin && separates_people(text.substr(words[i - 1].end,
                                                               words[i].begin - words[i - 1].end));
    if (cut) close(i, i);
    if (contains(joiners, words[i].folded)) close(i, i + 1);
  }
  close(words.size(), words.size());
  return parts;
}

bool is_group(const NameWord& word) {
  const std::string_view folded = word.folded;
  return std::any_of(collectives.begin(), collectives.end(), [&](std::string_view noun) {
    return folded.starts_with(noun) && contains(endings, folded.substr(noun.size()));
  });
}

Words without_article(Words part) {
  const bool article = part.size() > 1 && contains(articles, part.front().folded);
  return article ? part.subspan(1) : part;
}

bool is_collective(Words part) {
  const Words rest = without_article(part);
  const bool article = rest.size() < part.size();
  return is_group(rest.front()) || (article && std::any_of(rest.begin(), rest.end(), is_common));
}

bool is_name(const PersonName& name) {
  return std::count_if(name.words.begin(), name.words.end(),
                       [](const std::string& word) { return word.size() > 1; }) >= 2;
}

PersonName name_of(Words words) {
  PersonName name;
  for (const NameWord& word : words) name.words.push_back(word.folded);
  return name;
}

void add(std::vector<PersonName>& people, PersonName name) {
  if (std::find(people.begin(), people.end(), name) == people.end()) {
    people.push_back(std::move(name));
  }
}

void add_name(std::vector<PersonName>& people, Words words) {
  const PersonName name = name_of(words);
  if (!is_name(name)) return;
  add(people, name);
  const bool plain = std::none_of(name.words.begin(), name.words.end(), [](const auto& word) {
    const bool number = word.find_first_of("0123456789") != std::string::npos;
    return number || contains(particles, word) || word.size() < 2;
  });
  if (plain && name.words.size() > 2) add(people, {{name.words.front(), name.words.back()}});
}

// The runs of capitals within a part: « notre amie Ada Un », « Ada Un présidente ».
void add_runs(std::vector<PersonName>& people, Words part) {
  for (std::size_t i = 0; i < part.size();) {
    std::size_t end = i;
    std::size_t capitals = i;
    while (end < part.size() && (part[end].capital || contains(particles, part[end].folded))) {
      if (part[end++].capital) capitals = end;
    }
    std::size_t begin = i;
    while (begin < capitals && (!part[begin].capital || is_article(part[begin].folded))) ++begin;
    if (capitals > begin) add_name(people, part.subspan(begin, capitals - begin));
    i = std::max(end, i + 1);
  }
}

void add_part(std::vector<PersonName>& people, Words part) {
  const std::size_t all = part.size();
  while (!part.empty() && contains(addresses, part.front().folded)) part = part.subspan(1);
  if (part.empty()) return;
  const bool addressed = part.size() < all;
  if (part.size() == 1) {
    if (addressed && part.front().folded.size() > 1) add(people, name_of(part));
    return;
  }
  if (!is_collective(part)) add_name(people, part);
  // « Présidente Ada Un », « Bénévoles de Dijon »: a name may follow the noun.
  Words rest = without_article(part);
  while (!rest.empty() && (is_group(rest.front()) || contains(particles, rest.front().folded))) {
    rest = rest.subspan(1);
  }
  if (std::any_of(part.begin(), part.end(), is_common) || rest.size() < part.size()) {
    add_runs(people, rest);
  }
}

// « Ada et Bea Un »: the first one has the surname of the second.
void add_shared_surname(std::vector<PersonName>& people, Words first, Words second) {
  const bool alone = first.size() == 1 && first.front().capital && !is_group(first.front());
  if (!alone || second.size() < 2 || is_collective(second)) return;
  const PersonName name{{first.front().folded, second.back().folded}};
  if (is_name(name)) add(people, name);
}

bool is_shouted(std::string_view word) {
  std::size_t letters = 0;
  for (std::size_t at = 0; at < word.size();) {
    const Letter letter = read_letter(word, at);
    if (letter.separates) return false;
    if (!is_capital_letter(letter.character)) return false;
    ++letters;
    at += letter.length;
  }
  return letters > 1;
}

}  // namespace

std::vector<NameWord> split_words(std::string_view text) {
  std::vector<NameWord> words;
  bool open = false;
  for (std::size_t at = 0; at < text.size();) {
    const Letter letter = read_letter(text, at);
    if (!letter.folded.empty()) {
      if (!open) words.push_back({at, at, "", is_capital_letter(letter.character)});
      open = true;
      words.back().folded += letter.folded;
      words.back().end = at + letter.length;
    }
    if (letter.separates) open = false;
    at += letter.length;
  }
  return words;
}

std::vector<std::string> folded_words(std::string_view text) {
  std::vector<std::string> folded;
  for (NameWord& word : split_words(text)) folded.push_back(std::move(word.folded));
  return folded;
}

std::span<const std::string_view> forms_of_address() { return addresses; }

bool is_article(std::string_view folded) { return contains(articles, folded); }

std::vector<PersonName> people_of(std::string_view text) {
  const std::vector<NameWord> words = split_words(text);
  std::vector<PersonName> people;
  const std::vector<Words> parts = cut_into_parts(text, words);
  for (std::size_t i = 0; i < parts.size(); ++i) {
    add_part(people, parts[i]);
    if (i + 1 < parts.size()) add_shared_surname(people, parts[i], parts[i + 1]);
  }
  return people;
}

std::optional<std::string> first_name_and_initial(std::string_view name) {
  std::vector<std::string_view> written;
  const std::string_view trimmed = trim(name);
  for (std::size_t at = 0; at < trimmed.size();) {
    std::size_t end = at;
    std::size_t next = at;
    while (next < trimmed.size()) {
      end = next;
      if (is_space(next_character(trimmed, next))) break;
      end = next;
    }
    if (end > at) written.push_back(trimmed.substr(at, end - at));
    at = next;
  }
  const std::vector<NameWord> words = split_words(name);
  if (written.size() < 2 || words.size() < 2) return std::nullopt;
  const bool one_person = cut_into_parts(name, words).size() == 1;
  const bool addressed = contains(addresses, words.front().folded);
  const bool surname_first = is_shouted(written.front()) && !is_shouted(written.back());
  const bool ends_in_role = words.front().capital && !begins_with_capital(written.back());
  if (!one_person || addressed || surname_first || ends_in_role) return std::nullopt;
  if (is_article(words.front().folded) || is_collective(words)) return std::nullopt;
  std::size_t initial = 0;
  next_character(written.back(), initial);
  return std::string(written.front()) + " " + std::string(written.back().substr(0, initial)) + ".";
}

}  // namespace pes
