#include "consent/name_meaning.h"

#include <algorithm>

#include "consent/name_words.h"

namespace pes {

namespace {

using Words = std::span<const TextWord>;
using Spelling = std::vector<std::string>;

// Short names run together make common words: « Marc Hé », « marché ».
constexpr std::size_t shortest_joined = 10;
constexpr std::size_t most_between = 4;
constexpr unsigned breaks = Gap::line | Gap::other;

std::string join(std::span<const std::string> words) {
  std::string out;
  for (const std::string& word : words) out += word;
  return out;
}

void add_unique(std::vector<Spelling>& list, Spelling spelling) {
  if (std::find(list.begin(), list.end(), spelling) == list.end()) {
    list.push_back(std::move(spelling));
  }
}

std::vector<Spelling> spellings_of_given(const PersonName& person) {
  std::vector<Spelling> all = {person.given};
  if (person.given.size() < 2) return all;
  Spelling initials;
  for (const std::string& word : person.given) initials.push_back(word.substr(0, 1));
  add_unique(all, {join(person.given)});
  add_unique(all, {join(initials)});
  add_unique(all, std::move(initials));
  return all;
}

// « tour », « latour », « delatour »: particles that stand before it may run into it.
void add_with_particles(std::vector<Spelling>& all, const PersonName& person) {
  const auto& words = person.words;
  const auto at =
      std::search(words.begin(), words.end(), person.surname.begin(), person.surname.end());
  if (at == words.end()) return;
  std::string together = join(person.surname);
  for (auto before = at; before != words.begin() && is_particle(*(before - 1)); --before) {
    together = *(before - 1) + together;
    add_unique(all, {together});
  }
}

std::vector<Spelling> spellings_of_surname(const PersonName& person) {
  std::vector<Spelling> all = {person.surname};
  add_unique(all, {join(person.surname)});
  add_with_particles(all, person);
  for (const std::string& word : person.halves) add_unique(all, {word});
  return all;
}

bool is_spelled(Words words, std::size_t at, const Spelling& spelling) {
  if (at + spelling.size() > words.size()) return false;
  return std::equal(
      spelling.begin(), spelling.end(), words.begin() + static_cast<std::ptrdiff_t>(at),
      [](const std::string& folded, const TextWord& word) { return word.word.folded == folded; });
}

// No comma and no line end stands between these words.
bool hold_together(Words words) {
  return std::none_of(words.begin() + 1, words.end(),
                      [](const TextWord& word) { return word.has(breaks | Gap::comma); });
}

// How many words the longest of some spellings takes at a place; 0 for none.
std::size_t longest(const std::vector<Spelling>& spellings, Words words, std::size_t at) {
  std::size_t length = 0;
  for (const Spelling& spelling : spellings) {
    if (spelling.size() <= length || !is_spelled(words, at, spelling)) continue;
    if (hold_together(words.subspan(at, spelling.size()))) length = spelling.size();
  }
  return length;
}

bool is_capital(const TextWord& word) { return word.word.capital; }
bool is_initial(const TextWord& word) { return word.word.folded.size() == 1; }

// Reads the words for one name.
class Meaning {
 public:
  Meaning(const SoughtName& name, Words words) : name_(name), words_(words) {}

  std::vector<WordRange> all() {
    for (std::size_t at = 0; at < words_.size(); ++at) {
      const PersonName& person = name_.person;
      if (person.is_surname()) {
        read_address(at, name_.person.words.front());
      } else if (person.given.empty()) {
        if (is_spelled(words_, at, person.words)) add(at, at + person.words.size());
      } else {
        read_in_order(at);
        read_reversed(at);
        read_address(at);
      }
    }
    return std::move(found_);
  }

 private:
  struct Part {
    std::size_t begin = 0;
    std::size_t end = 0;
  };

  void add(std::size_t begin, std::size_t end) { found_.push_back({begin, end}); }

  [[nodiscard]] std::size_t given(std::size_t at) const { return longest(name_.given, words_, at); }

  // Particles before it are a part of it, and may be others than those of the record.
  [[nodiscard]] std::size_t surname(std::size_t at) const {
    std::size_t particles = 0;
    for (; at + particles < words_.size(); ++particles) {
      const TextWord& word = words_[at + particles];
      const std::size_t length = longest(name_.surname, words_, at + particles);
      const bool noun = length == 1 && word.word.folded.size() < 3 && !is_capital(word);
      if (length > 0) return noun ? 0 : particles + length;
      if (!is_particle(word.word.folded) || at + particles + 1 == words_.size()) break;
      if (words_[at + particles + 1].has(breaks | Gap::comma)) break;
    }
    return 0;
  }

  // Particles of a surname are written in small letters.
  [[nodiscard]] bool has_capital(Part part) const {
    return std::any_of(words_.begin() + static_cast<std::ptrdiff_t>(part.begin),
                       words_.begin() + static_cast<std::ptrdiff_t>(part.end), is_capital);
  }

  void read_in_order(std::size_t at) {
    const std::size_t length = given(at);
    if (length == 0) return;
    const Part first{at, at + length};
    for (std::size_t next = first.end; next <= first.end + most_between; ++next) {
      const Part last{next, next + surname(next)};
      if (last.end == last.begin || !stand_together(first, last)) continue;
      const bool initial = length == 1 && is_initial(words_[at]);
      if (initial && !(is_signed(at) && has_capital(last))) continue;
      if (next > first.end || !(is_phrase(first, last) || names_two(first, last))) {
        add(first.begin, last.end);
        return;
      }
    }
  }

  void read_reversed(std::size_t at) {
    const std::size_t length = surname(at);
    if (length == 0) return;
    const Part last{at, at + length};
    for (std::size_t next = last.end; next <= last.end + most_between; ++next) {
      const Part first{next, next + given(next)};
      if (first.end == first.begin || !stand_together(last, first)) continue;
      if (is_reversed_phrase(last, first) || names_two(last, first)) continue;
      add(last.begin, first.end);
      return;
    }
  }

  // « C. Exemple »
  [[nodiscard]] bool is_signed(std::size_t at) const {
    return is_initial(words_[at]) && is_capital(words_[at]);
  }

  [[nodiscard]] bool stand_together(Part a, Part b) const {
    return a.end == b.begin || may_stand_between({a.end, b.begin}, a, b);
  }

  // What may stand between a first name and a surname.
  [[nodiscard]] bool may_stand_between(Part inner, Part a, Part b) const {
    const auto all_of = [&](auto&& holds) {
      return std::all_of(words_.begin() + static_cast<std::ptrdiff_t>(inner.begin),
                         words_.begin() + static_cast<std::ptrdiff_t>(inner.end), holds);
    };
    const auto is_label = [](const TextWord& word) {
      return is_name_label(word.word.folded) || is_particle(word.word.folded);
    };
    if (is_name_label(words_[inner.end - 1].word.folded) && all_of(is_label)) return true;
    unsigned gaps = 0;
    for (std::size_t i = inner.begin; i <= inner.end; ++i) gaps |= words_[i].gap;
    if ((gaps & breaks) != 0) return false;
    const bool small = all_of([](const TextWord& word) {
      return is_particle(word.word.folded) || is_civil_address(word.word.folded) ||
             is_initial(word);
    });
    const bool in_address = (gaps & (Gap::space | Gap::comma | Gap::quote)) == 0;
    if (small && in_address) return true;
    if (all_of([&](const TextWord& word) { return is_own_word(word.word.folded); })) return true;
    if (!has_capital(a) || !has_capital(b)) return false;
    const bool enclosed = words_[inner.begin].has(Gap::quote) &&
                          words_[inner.end].has(Gap::quote) &&
                          hold_together(words_.subspan(inner.begin, inner.end - inner.begin));
    if (small || enclosed || is_other_name(inner) || lists_first_names(inner, b)) return true;
    return (gaps & Gap::comma) == 0 && (all_of(is_capital) || shares_surname(inner));
  }

  [[nodiscard]] bool is_own_word(const std::string& folded) const {
    const auto& words = name_.person.words;
    return std::find(words.begin(), words.end(), folded) != words.end();
  }

  // « dite Mimi », « dite la Grande », « dite « la petite » », « Deux née »
  [[nodiscard]] bool is_other_name(Part inner) const {
    bool announced = false;
    for (std::size_t i = inner.begin; i < inner.end; ++i) {
      const std::string& folded = words_[i].word.folded;
      const bool announces = announces_other_name(folded);
      const bool quoted =
          announced && words_[i].has(Gap::quote) && words_[inner.end].has(Gap::quote);
      if (quoted) return true;
      if (!announces && !is_capital(words_[i]) && !is_particle(folded)) return false;
      announced = announced || announces;
    }
    return announced;
  }

  // « Ada, Marie, Louise Exemple », as registers write; between cells there is no space.
  [[nodiscard]] bool lists_first_names(Part inner, Part last) const {
    for (std::size_t i = inner.begin; i < inner.end; ++i) {
      const bool listed = words_[i].has(Gap::comma) && words_[i].has(Gap::space);
      if (!is_capital(words_[i]) || !(listed || words_[i].has(Gap::hyphen))) return false;
    }
    return words_[inner.begin].has(Gap::comma) && !words_[last.begin].has(Gap::comma) &&
           surname(last.begin) > 0;
  }

  // « Ada et Lucien Exemple », « Ada & Lucien Exemple »
  [[nodiscard]] bool shares_surname(Part inner) const {
    const std::size_t count = inner.end - inner.begin;
    if (count != 2 || words_[inner.begin].word.folded != "et") return false;
    const TextWord& other = words_[inner.begin + 1];
    return is_capital(other) && !is_particle(other.word.folded) && !is_own_word(other.word.folded);
  }

  // Two people, each named whole: what stands before belongs to the first part, what follows to the
  // second.
  [[nodiscard]] bool names_two(Part a, Part b) const {
    while (a.begin > 0 && is_particle(words_[a.begin - 1].word.folded)) --a.begin;
    if (!words_[b.begin].has(breaks | Gap::comma)) return false;
    if (a.begin == 0 || b.end == words_.size()) return false;
    const TextWord& before = words_[a.begin - 1];
    const TextWord& after = words_[b.end];
    const bool tied = !words_[a.begin].has(~unsigned{Gap::space | Gap::hyphen}) &&
                      !after.has(~unsigned{Gap::space | Gap::hyphen});
    return tied && is_capital(before) && is_capital(after) &&
           !is_form_of_address(before.word.folded);
  }

  // Between words of a sentence, not of an address or of cells.
  [[nodiscard]] bool is_prose(std::size_t at) const {
    return words_[at].has(Gap::space) && !words_[at].has(~unsigned{Gap::space | Gap::comma});
  }

  // « la claire fontaine », « un jean bon marché », « rose, blanche »
  [[nodiscard]] bool is_phrase(Part first, Part last) const {
    const bool small = is_prose(last.begin) && !is_capital(words_[first.begin]) &&
                       !has_capital(last) && is_common_word(words_[first.begin].word.folded);
    if (!small || words_[last.begin].has(Gap::comma)) return small;
    return first.begin > 0 && is_prose(first.begin) &&
           is_determiner(words_[first.begin - 1].word.folded);
  }

  // « une fontaine claire », « Cousin germain »
  [[nodiscard]] bool is_reversed_phrase(Part last, Part first) const {
    return is_prose(first.begin) && !is_capital(words_[first.begin]) &&
           !words_[last.end - 1].word.shouted && is_common_word(words_[first.begin].word.folded);
  }

  // « Mme Exemple », « Monsieur de La Tour », « Mme A. Exemple », « Mmes Un, Deux et Exemple »
  void read_address(std::size_t at) {
    if (!is_civil_address(words_[at].word.folded)) return;
    std::size_t next = behind_address(at);
    while (follows(next + 1) && announces_other_name(words_[next].word.folded)) ++next;
    const bool several = is_address_of_several(words_[at].word.folded);
    while (next < words_.size() && !read_addressed(at, next) && several) next = behind_joiner(next);
  }

  // The surname at `next`, for a form of address at `at`.
  bool read_addressed(std::size_t at, std::size_t next) {
    if (surname(next) == 0 && is_signed(next) && follows(next + 1)) ++next;
    const Part last{next, next + surname(next)};
    if (last.end == last.begin) return false;
    const bool certain = is_certain_address(words_[at].word.folded);
    const bool named = has_capital(last) || certain;
    if (named) add(at, last.end);
    return named;
  }

  // Tied to the word before it.
  [[nodiscard]] bool follows(std::size_t at) const {
    return at < words_.size() && !words_[at].has(breaks | Gap::comma);
  }

  // « Un, » and « A. Un et » are passed, as long as they name somebody else.
  [[nodiscard]] std::size_t behind_joiner(std::size_t at) const {
    for (std::size_t next = at + 1; next < words_.size(); ++next) {
      const TextWord& word = words_[next];
      if (word.has(breaks)) break;
      if (is_joiner(word.word.folded)) return next + 1;
      if (word.has(Gap::comma | Gap::ampersand)) return next;
      if (!is_capital(word) && !is_particle(word.word.folded)) break;
    }
    return words_.size();
  }

  // Behind a form of address at `at`; `at` itself where none is meant.
  [[nodiscard]] std::size_t behind_address(std::size_t at) const {
    if (at + 1 >= words_.size()) return words_.size();
    const bool certain = is_certain_address(words_[at].word.folded);
    const bool whole_word = words_[at].word.folded.size() > 2;
    const bool meant =
        certain || whole_word || is_capital(words_[at]) || words_[at + 1].has(Gap::dot);
    const unsigned unwanted = breaks | Gap::comma | (certain ? 0U : unsigned{Gap::apostrophe});
    return meant && !words_[at + 1].has(unwanted) ? at + 1 : words_.size();
  }

  // For a record that gives a surname alone.
  void read_address(std::size_t at, const std::string& surname) {
    if (!is_form_of_address(words_[at].word.folded) || at + 1 >= words_.size()) return;
    std::size_t next = at + 1;
    const bool several = is_address_of_several(words_[at].word.folded);
    while (several && next < words_.size() && words_[next].word.folded != surname) {
      next = behind_joiner(next);
    }
    if (next < words_.size() && words_[next].word.folded == surname) add(at, next + 1);
  }

  const SoughtName& name_;
  Words words_;
  std::vector<WordRange> found_;
};

}  // namespace

SoughtName::SoughtName(PersonName name) : person(std::move(name)) {
  if (person.given.empty()) {
    joined.push_back(join(person.words));
  } else {
    given = spellings_of_given(person);
    surname = spellings_of_surname(person);
    joined = {join(person.words)};
    const std::string first = join(person.given);
    for (const Spelling& last : surname) {
      joined.push_back(first + join(last));
      joined.push_back(join(last) + first);
    }
  }
  if (person.words.size() < 2) joined.clear();
  std::erase_if(joined, [](const std::string& word) { return word.size() < shortest_joined; });
}

std::vector<WordRange> meanings(const SoughtName& name, std::span<const TextWord> words) {
  return Meaning(name, words).all();
}

}  // namespace pes
