#include "consent/people.h"

#include <algorithm>
#include <array>

#include "consent/name_words.h"
#include "consent/text_words.h"
#include "text/letters.h"
#include "text/utf8.h"

namespace pes {

namespace {

using Words = std::span<const NameWord>;

// Of more words than any name has, not every part is read as one; nor is everything that stands
// around so many brackets read together.
constexpr std::size_t longest_name = 16;
constexpr std::size_t most_inserts = 8;

bool begins_with_capital(std::string_view word) { return read_letter(word, 0).capital; }

bool is_common(const NameWord& word) { return !word.capital && !is_particle(word.folded); }

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
    if (is_joiner(words[i].folded)) close(i, i + 1);
  }
  close(words.size(), words.size());
  return parts;
}

bool is_group(const NameWord& word) { return is_collective_noun(word.folded); }

Words without_article(Words part) {
  const bool article = part.size() > 1 && is_article(part.front().folded);
  return article ? part.subspan(1) : part;
}

bool is_collective(Words part) {
  const Words rest = without_article(part);
  const bool article = rest.size() < part.size();
  return is_group(rest.front()) || (article && std::any_of(rest.begin(), rest.end(), is_common));
}

// « C. Dupont » too, but neither « Camille D. » nor « C. D. ».
bool is_name(const PersonName& name) {
  const auto is_long = [](const std::string& word) { return word.size() > 1; };
  const auto count = std::count_if(name.words.begin(), name.words.end(), is_long);
  const bool initial =
      name.words.size() == 2 && !is_long(name.words[0]) && name.words[1].size() > 2;
  return count >= 2 || initial;
}

void add(std::vector<PersonName>& people, PersonName name) {
  if (std::find(people.begin(), people.end(), name) == people.end()) {
    people.push_back(std::move(name));
  }
}

bool is_plain(const NameWord& word) {
  const bool number = word.folded.find_first_of("0123456789") != std::string::npos;
  return !number && !is_particle(word.folded) && word.folded.size() > 1;
}

void add_name(std::vector<PersonName>& people, Words words) {
  PersonName name = name_of(words);
  if (!is_name(name)) return;
  add(people, std::move(name));
  if (words.size() < 3 || words.size() > longest_name) return;
  if (!std::all_of(words.begin(), words.end(), is_plain)) return;
  add(people, name_of(std::array{words.front(), words.back()}));
  // « Maire Ada Un », and the usual name of « Ada Marie Un »
  const auto untied = [](const NameWord& word) { return !word.tied; };
  if (untied(words[1]) && std::any_of(words.begin() + 2, words.end(), untied)) {
    add_name(people, words.subspan(1));
  }
}

// The runs of capitals within a part: « notre amie Ada Un », « Ada Un présidente ».
void add_runs(std::vector<PersonName>& people, Words part) {
  for (std::size_t i = 0; i < part.size();) {
    std::size_t end = i;
    std::size_t capitals = i;
    while (end < part.size() && (part[end].capital || is_particle(part[end].folded))) {
      if (part[end++].capital) capitals = end;
    }
    std::size_t begin = i;
    while (begin < capitals && (!part[begin].capital || is_article(part[begin].folded))) ++begin;
    if (capitals > begin) add_name(people, part.subspan(begin, capitals - begin));
    i = std::max(end, i + 1);
  }
}

// « Témoignage d’Ada Un »: what stands behind « de » may be somebody.
void add_behind_particles(std::vector<PersonName>& people, Words part) {
  for (std::size_t i = 1; i + 1 < part.size(); ++i) {
    const bool begins = is_particle(part[i - 1].folded) && !is_particle(part[i].folded);
    if (begins && part[i].capital && part[i + 1].capital && !part[i + 1].tied) {
      add_name(people, part.subspan(i, std::min(longest_name, part.size() - i)));
    }
  }
}

// « Ada Un née Trois » is « Ada Trois » too; nothing comes back where there is no other name.
std::optional<std::size_t> other_name(Words part) {
  for (std::size_t i = 1; i + 1 < part.size(); ++i) {
    if (announces_other_name(part[i].folded) && !part[i].capital) return i;
  }
  return std::nullopt;
}

void add_part(std::vector<PersonName>& people, Words part) {
  const std::size_t all = part.size();
  while (!part.empty() && is_form_of_address(part.front().folded)) part = part.subspan(1);
  if (part.empty()) return;
  const bool addressed = part.size() < all;
  if (part.size() == 1) {
    if (addressed && part.front().folded.size() > 1) add(people, name_of(part));
    return;
  }
  if (const auto other = other_name(part)) {
    add_part(people, part.first(*other));
    std::vector<NameWord> named(part.begin() + static_cast<std::ptrdiff_t>(*other) + 1, part.end());
    if (named.size() == 1) named.insert(named.begin(), part.front());
    add_name(people, named);
    return;
  }
  const bool addressed_by_office = part.size() == 2 && is_office(part[0].folded);
  if (addressed_by_office && part[1].capital && is_plain(part[1]))
    add(people, name_of(part.last(1)));
  if (!is_collective(part)) add_name(people, part);
  add_behind_particles(people, part);
  // « Présidente Ada Un », « Bénévoles de Dijon »: a name may follow the noun.
  Words rest = without_article(part);
  while (!rest.empty() && (is_group(rest.front()) || is_particle(rest.front().folded))) {
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
  PersonName name = name_of(std::array{first.front(), second.back()});
  if (is_name(name)) add(people, std::move(name));
}

bool is_shouted(std::string_view text) {
  const std::vector<NameWord> words = split_words(text);
  return !words.empty() &&
         std::all_of(words.begin(), words.end(), [](const NameWord& word) { return word.shouted; });
}

// A part of a line between brackets or quotes.
struct Insert {
  std::size_t begin = 0;  // of the opening sign
  std::size_t end = 0;    // behind the closing one
  std::size_t sign = 0;   // bytes of each
};

constexpr auto enclosures = std::to_array<std::pair<std::string_view, std::string_view>>(
    {{"(", ")"}, {"[", "]"}, {"«", "»"}, {"“", "”"}, {"\"", "\""}, {"„", "“"}});

// Reads them one after the other. A sign that does not come again is not looked for again.
class Inserts {
 public:
  explicit Inserts(std::string_view text) : text_(text) {}

  // The first one from a place on; its `end` is 0 where it stays open.
  std::optional<Insert> next(std::size_t from) {
    std::size_t first = 0;
    for (std::size_t i = 0; i < places_.size(); ++i) {
      std::optional<std::size_t>& place = places_.at(i);
      if (!place || *place < from) place = text_.find(enclosures.at(i).first, from);
      if (*place < *places_.at(first)) first = i;
    }
    const std::size_t begin = *places_.at(first);
    if (begin == std::string_view::npos) return std::nullopt;
    const auto& [open, close] = enclosures.at(first);
    const std::size_t end = text_.find(close, begin + open.size());
    return Insert{begin, end == std::string_view::npos ? 0 : end + close.size(), open.size()};
  }

 private:
  std::string_view text_;
  std::array<std::optional<std::size_t>, enclosures.size()> places_;
};

// « (née Trois) » and « « Mimi » » behind the first name of somebody called Un.
void add_insert(std::vector<PersonName>& people, std::string_view inside,
                const std::vector<NameWord>& around) {
  const std::vector<NameWord> words = split_words(inside);
  if (words.empty() || around.size() < 2) return;
  if (announces_other_name(words.front().folded)) {
    if (words.size() == 2) add_name(people, std::array{around.front(), words.back()});
  } else if (words.size() == 1 && words.front().capital) {
    add_name(people, std::array{words.front(), around.back()});
  }
}

void add_people(std::vector<PersonName>& people, std::string_view text);

void add_parts(std::vector<PersonName>& people, std::string_view text) {
  const std::vector<NameWord> words = split_words(text);
  const std::vector<Words> parts = cut_into_parts(text, words);
  for (std::size_t i = 0; i < parts.size(); ++i) {
    add_part(people, parts[i]);
    if (i + 1 < parts.size()) add_shared_surname(people, parts[i], parts[i + 1]);
  }
}

// With few inserts: each is read by itself, and what stands around it without it.
void add_people_around(std::vector<PersonName>& people, std::string_view text) {
  const auto insert = Inserts(text).next(0);
  if (!insert || insert->end == 0) return add_parts(people, text);
  const std::string_view inside =
      text.substr(insert->begin + insert->sign, insert->end - insert->begin - 2 * insert->sign);
  std::string around(text.substr(0, insert->begin));
  around += " ";
  around += text.substr(insert->end);
  add_people_around(people, around);
  add_people(people, inside);
  add_insert(people, inside, split_words(around));
  // What stands before may be a whole name, with something else behind.
  add_parts(people, text.substr(0, insert->begin));
}

void add_people(std::vector<PersonName>& people, std::string_view text) {
  Inserts inserts(text);
  auto insert = inserts.next(0);
  if (!insert || insert->end == 0) return add_parts(people, text);
  std::size_t begin = 0;
  for (std::size_t count = 1; insert && insert->end != 0; ++count) {
    if (count % most_inserts == 0) {
      add_people_around(people, text.substr(begin, insert->end - begin));
      begin = insert->end;
    }
    insert = inserts.next(insert->end);
  }
  add_people_around(people, text.substr(begin));
}

bool is_one_name(Words part) {
  const bool tied =
      std::all_of(part.begin() + 1, part.end(), [](const NameWord& word) { return word.tied; });
  return tied && part.front().capital && part.front().folded.size() > 1 && !is_group(part.front());
}

// « Un, Ada » may be one person: then these are her words in the usual order.
std::vector<NameWord> exchanged(std::string_view text) {
  const std::vector<NameWord> words = split_words(text);
  const std::vector<Words> parts = cut_into_parts(text, words);
  if (parts.size() != 2 || !is_one_name(parts[0]) || !is_one_name(parts[1])) return {};
  const std::size_t gap = parts[0].back().end;
  const std::string_view between = text.substr(gap, parts[1].front().begin - gap);
  if (trim(between) != ",") return {};
  std::vector<NameWord> turned(parts[1].begin(), parts[1].end());
  turned.insert(turned.end(), parts[0].begin(), parts[0].end());
  return turned;
}

// « Rose et Pierre », « Rose, Pierre et Paul »
bool lists_first_names(std::string_view text, const std::vector<NameWord>& words) {
  const std::vector<Words> parts = cut_into_parts(text, words);
  for (std::size_t i = 1; i < parts.size(); ++i) {
    const std::size_t begin = parts[i - 1].back().end;
    const std::string_view gap = text.substr(begin, parts[i].front().begin - begin);
    if (trim(gap) != "," && split_words(gap).empty()) return false;
  }
  return std::all_of(parts.begin(), parts.end(), is_one_name);
}

}  // namespace

std::vector<NameWord> split_words(std::string_view text) {
  std::vector<NameWord> words;
  WordReader reader(text, 0, Reading::text, Escapes::code);
  while (auto read = reader.next()) {
    const bool tied = read->gap == Gap::hyphen || read->gap == Gap::apostrophe;
    read->word.tied = !words.empty() && tied;
    words.push_back(std::move(read->word));
  }
  return words;
}

std::vector<std::string> folded_words(std::string_view text) {
  std::vector<std::string> folded;
  for (NameWord& word : split_words(text)) folded.push_back(std::move(word.folded));
  return folded;
}

std::vector<PersonName> people_of(std::string_view text) {
  std::vector<PersonName> people;
  add_people(people, text);
  if (const std::vector<NameWord> words = exchanged(text); !words.empty()) add_name(people, words);
  return people;
}

bool is_clear_author(std::string_view text) {
  const auto insert = Inserts(text).next(0);
  const bool open = insert && insert->end == 0;
  const bool odd = text.find_first_of("@#*_<>={}\\`~^?!%") != std::string_view::npos;
  if (open || odd || !exchanged(text).empty()) return false;
  const std::vector<NameWord> words = split_words(text);
  const auto named = std::count_if(words.begin(), words.end(), [](const NameWord& word) {
    return word.capital && word.folded.size() > 1 && !is_form_of_address(word.folded);
  });
  const bool group = std::any_of(words.begin(), words.end(), is_group);
  return named < 2 || group || !people_of(text).empty() || lists_first_names(text, words);
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
  const bool addressed = is_form_of_address(words.front().folded);
  const bool surname_first = is_shouted(written.front()) && !is_shouted(written.back());
  const bool ends_in_role = words.front().capital && !begins_with_capital(written.back());
  if (!one_person || addressed || surname_first || ends_in_role) return std::nullopt;
  if (is_article(words.front().folded) || is_collective(words)) return std::nullopt;
  std::size_t initial = 0;
  next_character(written.back(), initial);
  return std::string(written.front()) + " " + std::string(written.back().substr(0, initial)) + ".";
}

}  // namespace pes
