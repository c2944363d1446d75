#include "text/search_words.h"

#include <algorithm>
#include <array>
#include <unordered_set>

#include "text/utf8.h"

namespace pes {

namespace {

constexpr std::size_t longest_stop_word = 7;
// In alphabetical order, to be searched by halves. « été » is not here: it is a season too.
constexpr auto stop_words = std::to_array<std::string_view>(
    {"ai",     "ainsi",  "alors",   "apres", "as",     "au",     "aucun",  "aussi", "autre",
     "aux",    "avait",  "avant",   "avec",  "avez",   "avoir",  "avons",  "car",   "ce",
     "ceci",   "cela",   "celle",   "celui", "ces",    "cet",    "cette",  "ceux",  "chaque",
     "chez",   "comme",  "comment", "dans",  "de",     "depuis", "des",    "donc",  "dont",
     "du",     "elle",   "elles",   "en",    "encore", "entre",  "est",    "et",    "etaient",
     "etait",  "etant",  "etes",    "etre",  "eu",     "eux",    "fait",   "fut",   "ici",
     "il",     "ils",    "je",      "jusqu", "la",     "le",     "les",    "leur",  "leurs",
     "lorsqu", "lui",    "ma",      "mais",  "me",     "mes",    "mon",    "ne",    "ni",
     "nos",    "notre",  "nous",    "on",    "ont",    "ou",     "par",    "parce", "pas",
     "peu",    "peut",   "plus",    "pour",  "puis",   "puisqu", "qu",     "quand", "que",
     "quel",   "quelle", "quelles", "quels", "qui",    "quoi",   "quoiqu", "sa",    "sans",
     "se",     "sera",   "ses",     "si",    "son",    "sont",   "sous",   "suis",  "sur",
     "ta",     "te",     "tes",     "toi",   "ton",    "tous",   "tout",   "toute", "toutes",
     "tres",   "tu",     "un",      "une",   "vos",    "votre",  "vous"});
static_assert(std::is_sorted(stop_words.begin(), stop_words.end()));
static_assert(std::all_of(stop_words.begin(), stop_words.end(),
                          [](std::string_view word) { return word.size() <= longest_stop_word; }));

constexpr auto elisions = std::to_array<std::string_view>(
    {"c", "d", "j", "jusqu", "l", "lorsqu", "m", "n", "puisqu", "qu", "quoiqu", "s", "t"});

struct Ending {
  std::string_view from;
  std::string_view to;
  std::size_t least;  // letters that must remain
};

constexpr auto irregular = std::to_array<Ending>(
    {{"baux", "bail", 4}, {"travaux", "travail", 7}, {"vitraux", "vitrail", 7}});

// The first that fits decides.
constexpr auto plurals = std::to_array<Ending>({{"eaux", "eau", 3},
                                                {"yaux", "yau", 3},
                                                {"aux", "al", 4},
                                                {"eux", "eu", 3},
                                                {"oux", "ou", 3},
                                                {"ss", "ss", 3},
                                                {"s", "", 3}});

bool replace_ending(std::string& word, const Ending& ending) {
  const std::size_t kept = word.size() - std::min(word.size(), ending.from.size());
  if (!word.ends_with(ending.from) || kept + ending.to.size() < ending.least) return false;
  word.resize(kept);
  word += ending.to;
  return true;
}

void remove_plural(std::string& word) {
  if (word.back() != 's' && word.back() != 'x') return;
  for (const Ending& ending : irregular) {
    if (word == ending.from && replace_ending(word, ending)) return;
  }
  for (const Ending& ending : plurals) {
    if (replace_ending(word, ending)) return;
  }
}

// « employée » → « employ » like « employé »; « française » → « francai » like « français »;
// « nouvelle » → « nouvel »; « active » and « actif » → « activ ».
void remove_feminine(std::string& word) {
  if (word.ends_with("trice") && replace_ending(word, {"trice", "teur", 6})) return;
  constexpr std::size_t least = 4;
  const bool marked = replace_ending(word, {"e", "", least});
  replace_ending(word, {"e", "", least});
  if (marked && !replace_ending(word, {"is", "i", least})) replace_ending(word, {"us", "u", least});
  const std::size_t size = word.size();
  if (size > least && word[size - 1] == word[size - 2]) word.pop_back();
  replace_ending(word, {"if", "iv", least});
}

bool is_plain(std::string_view word) {
  return std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_apostrophe(char32_t c) {
  return c == U'\'' || c == U'\u2019' || c == U'\u2018' || c == U'\u02BC';
}

bool is_stop_word(std::string_view word) {
  static const std::unordered_set<std::string_view> known(stop_words.begin(), stop_words.end());
  return word.size() <= longest_stop_word && known.contains(word);
}

bool says_something(std::string_view word) {
  if (is_stop_word(word)) return false;
  return count_characters(word) > 1 || (word.size() == 1 && is_digit(word.front()));
}

// Takes folded characters one by one and gives whole words.
class Reader {
 public:
  explicit Reader(const std::function<void(const std::string&)>& take) : take_(take) {}

  void letter(std::string_view bytes) {
    if (open_ && is_elision()) word_.clear();
    open_ = false;
    word_ += bytes;
  }
  void apostrophe() {
    if (open_ || word_.empty()) return gap();
    open_ = true;
  }
  void gap() {
    open_ = false;
    if (says_something(word_)) take_(word_);
    word_.clear();
  }

 private:
  [[nodiscard]] bool is_elision() const {
    return std::find(elisions.begin(), elisions.end(), word_) != elisions.end();
  }

  const std::function<void(const std::string&)>& take_;
  std::string word_;
  bool open_ = false;  // the last character was an apostrophe
};

}  // namespace

std::vector<std::string> search_words(std::string_view text) {
  std::vector<std::string> words;
  for_each_search_word(text, [&](const std::string& word) { words.push_back(search_stem(word)); });
  return words;
}

void for_each_search_word(std::string_view text,
                          const std::function<void(const std::string&)>& take) {
  const std::string folded = fold(text);
  Reader reader(take);
  for (std::size_t offset = 0; offset < folded.size();) {
    const std::size_t at = offset;
    const char byte = folded[at];
    if (byte >= 'a' && byte <= 'z') {
      reader.letter(std::string_view(folded).substr(at, 1));
      ++offset;
      continue;
    }
    const char32_t character = next_character(folded, offset);
    if (is_apostrophe(character)) {
      reader.apostrophe();
    } else if (is_letter_or_digit(character)) {
      reader.letter(std::string_view(folded).substr(at, offset - at));
    } else if (!is_invisible(character)) {
      reader.gap();
    }
  }
  reader.gap();
}

std::string search_stem(std::string_view word) {
  std::string stem(word);
  if (stem.size() < 4 || !is_plain(stem)) return stem;
  remove_plural(stem);
  remove_feminine(stem);
  return stem;
}

std::span<const std::string_view> search_stop_words() { return stop_words; }

}  // namespace pes
