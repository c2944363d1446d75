#include "consent/name_search.h"

#include <algorithm>
#include <span>

#include "consent/name_hash.h"
#include "consent/name_words.h"
#include "consent/seamless_text.h"
#include "consent/text_rows.h"

namespace pes {

namespace {

// The parts of a name are so many words apart at the most.
constexpr std::size_t farthest = 9;
// So many words before the first part tell what it means.
constexpr std::size_t context = 3;

constexpr bool is_ascii_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

constexpr char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

// For each byte what it is: of a word, in lower case; a plain separator, every ASCII byte that
// neither belongs to a word nor begins an escape; or something to be looked at.
constexpr char separator = 1;
constexpr char escape = 0;
constexpr std::array<char, 256> make_byte_table() {
  std::array<char, 256> table{};
  for (std::size_t i = 0; i < 0x80; ++i) {
    const char c = static_cast<char>(i);
    const bool escapes = c == '&' || c == '\\' || c == '%';
    table.at(i) = is_ascii_word(c) ? lower(c) : escapes ? escape : separator;
  }
  return table;
}
constexpr std::array<char, 256> byte_table = make_byte_table();

char folded_byte(char c) { return byte_table[static_cast<unsigned char>(c)]; }
bool is_word_byte(char c) { return folded_byte(c) > separator; }
bool is_plain_separator(char c) { return folded_byte(c) == separator; }

// The letters of « À » to « ÿ » without accents; empty for the two signs among them.
class LatinLetters {
 public:
  LatinLetters() {
    for (std::size_t i = 0; i < folded_.size(); ++i) {
      const Letter letter = read_letter({std::array{first_byte, second_byte(i)}.data(), 2}, 0);
      if (!letter.separates) folded_.at(i) = letter.folded;
    }
  }

  // What the character at `at` folds to; empty if it is none of these.
  [[nodiscard]] std::string_view find(std::string_view text, std::size_t at) const {
    if (text[at] != first_byte || at + 1 == text.size()) return {};
    const auto place = static_cast<unsigned char>(text[at + 1] ^ second_byte(0));
    return place < folded_.size() ? std::string_view(folded_[place]) : std::string_view();
  }

 private:
  static constexpr char first_byte = '\xC3';
  static constexpr char second_byte(std::size_t i) { return static_cast<char>(0x80 + i); }

  std::array<std::string, 64> folded_;
};

// A backslash before a letter or digit, which languages read in their own ways.
bool has_doubtful_escape(std::string_view text) {
  for (std::size_t at = text.find('\\'); at != std::string_view::npos;
       at = text.find('\\', at + 2)) {
    if (at + 1 < text.size() && text[at + 1] != '"') return true;
  }
  return false;
}

void sort_by_place(std::vector<NameMatch>& found) {
  std::sort(found.begin(), found.end(), [](const NameMatch& a, const NameMatch& b) {
    return std::tuple(a.begin, a.who, a.end) < std::tuple(b.begin, b.who, b.end);
  });
  found.erase(std::unique(found.begin(), found.end()), found.end());
}

}  // namespace

// Whether an allowed name has the whole match within it.
bool NameSearch::covers(const Text& text, std::size_t from, NameMatch match) const {
  struct State {
    std::size_t node;
    std::size_t begin;
    bool several;
  };
  WordReader reader(text.text, from, text.reading, text.escapes);
  std::vector<State> states;
  while (const auto read = reader.next()) {
    const NameWord& word = read->word;
    const bool may_begin = word.begin <= match.begin;
    if (!may_begin && states.empty()) return false;
    std::vector<State> next;
    if (may_begin) states.push_back({0, word.begin, false});
    for (const State& state : states) {
      const auto& known = allowed_[state.node].next;
      if (const auto found = known.find(word.folded); found != known.end()) {
        next.push_back({found->second, state.begin, false});
        if (allowed_[found->second].ends && word.end >= match.end) return true;
      }
      // « Mmes Un et Deux », which is a match from its first word on.
      const bool listed =
          state.several && state.begin == match.begin && (word.capital || is_joiner(word.folded));
      const bool between = is_particle(word.folded) || word.folded.size() == 1 || listed;
      if (state.node == 1 && between) next.push_back(state);
    }
    if (may_begin && is_civil_address(word.folded)) {
      next.push_back({1, word.begin, is_address_of_several(word.folded)});
    }
    states = std::move(next);
  }
  return false;
}

// Looks at each word whether it may be a part of a name, and closely where several are.
class NameSearch::Walk {
 public:
  Walk(const NameSearch& search, Text text, std::vector<NameMatch>& found)
      : search_(search), text_(text), found_(found) {}

  void append(std::string_view folded, std::size_t at) {
    if (empty_) begin_ = at;
    empty_ = false;
    hash_ = hash_more(hash_, folded);
  }

  /// `hash` is that of `run`, folded, by itself.
  void append_run(std::string_view run, std::uint64_t hash, std::size_t at) {
    if (empty_) {
      begin_ = at;
      empty_ = false;
      hash_ = hash;
    } else {
      for (const char c : run) hash_ = hash_more(hash_, lower(c));
    }
  }

  /// True once two parts of a name were seen that may be cells of a row.
  [[nodiscard]] bool has_cells() const { return has_cells_; }

  void end_word(std::size_t end) {
    if (empty_) return;
    begins_[count_ % begins_.size()] = begin_;
    if (search_.starts_.test(short_hash(hash_))) note(end);
    ++count_;
    hash_ = hash_start;
    empty_ = true;
  }

 private:
  struct Part {
    Hash hash;
    std::size_t word;  // how many came before
    bool pairs;
    bool address;
  };

  void note(std::size_t end) {
    const auto found = search_.uses_.find(hash_);
    if (found == search_.uses_.end()) return;
    const Use use = found->second;
    if (use.whole) {
      for (const std::size_t name : search_.wholes_.at(hash_)) report(name, count_, begin_, end);
    }
    if (use.pairs && !has_cells_ && stands_at_edge(text_.text, begin_, end)) note_cell();
    std::erase_if(parts_, [&](const Part& part) { return count_ - part.word > farthest; });
    for (const Part& part : parts_) {
      if (part.pairs && use.pairs) {
        look(search_.pairs_, hash_of_pair(part.hash, hash_), part.word, end);
      }
      if (part.address && use.surname) look(search_.surnames_, hash_, part.word, end);
    }
    std::erase_if(parts_, [&](const Part& part) { return part.hash == hash_; });
    parts_.push_back({hash_, count_, use.pairs, use.address});
  }

  // Of more different words than a page has it need not be known whether two belong together.
  void note_cell() {
    constexpr std::size_t most = 64;
    if (std::find(cells_.begin(), cells_.end(), hash_) != cells_.end()) return;
    has_cells_ =
        cells_.size() == most || std::any_of(cells_.begin(), cells_.end(), [&](Hash other) {
          return search_.pairs_.contains(hash_of_pair(other, hash_));
        });
    cells_.push_back(hash_);
  }

  void look(const std::unordered_map<Hash, Names>& names, Hash key, std::size_t first,
            std::size_t end) {
    const auto found = names.find(key);
    if (found == names.end()) return;
    const std::size_t from = place_before(first);
    for (const std::size_t name : found->second) {
      const std::vector<TextWord> words = read_words(from, end, name);
      for (const WordRange range : meanings(search_.names_[name], words)) {
        report(name, first, words[range.begin].word.begin, words[range.end - 1].word.end);
      }
    }
  }

  // Where the words begin that tell what the `word`th one means.
  [[nodiscard]] std::size_t place_before(std::size_t word) const {
    return begins_[(word > context ? word - context : 0) % begins_.size()];
  }

  // To behind `end`, as far as the name may go on.
  [[nodiscard]] std::vector<TextWord> read_words(std::size_t from, std::size_t end,
                                                 std::size_t name) const {
    const PersonName& person = search_.names_[name].person;
    std::size_t behind = 1 + (person.given.empty() ? person.words.size()
                                                   : person.surname.size() + person.given.size());
    WordReader reader(text_.text, from, text_.reading, text_.escapes);
    std::vector<TextWord> words;
    while (behind > 0) {
      auto word = reader.next();
      if (!word) break;
      if (word->word.begin >= end) --behind;
      words.push_back(std::move(*word));
    }
    return words;
  }

  void report(std::size_t name, std::size_t word, std::size_t begin, std::size_t end) {
    const NameMatch match{0, begin, end};
    const std::size_t from = std::min(place_before(word), begin);
    Text plain = text_;
    plain.reading = Reading::text;
    Text shown = text_;
    shown.reading = Reading::markup;
    if (search_.covers(plain, from, match) || search_.covers(shown, from, match)) return;
    for (const std::size_t who : search_.who_[name]) found_.push_back({who, begin, end});
  }

  const NameSearch& search_;
  Text text_;
  std::vector<NameMatch>& found_;
  std::uint64_t hash_ = hash_start;
  bool empty_ = true;
  std::size_t begin_ = 0;
  std::size_t count_ = 0;                 // of words
  std::array<std::size_t, 16> begins_{};  // of the last words
  std::vector<Part> parts_;               // the last ones, each word once
  std::vector<Hash> cells_;               // words that may be, each once
  bool has_cells_ = false;
};

NameSearch::Seen NameSearch::scan(const Text& source, std::vector<NameMatch>& found) const {
  static const LatinLetters latin;
  const std::string_view text = source.text;
  Walk raw(*this, {text, Reading::text, source.escapes}, found);
  Walk shown(*this, {text, Reading::markup, source.escapes}, found);
  const bool markup = source.reading == Reading::markup;
  TagEnds tag_ends(text);
  std::size_t tag_end = 0;
  bool seams = false;
  for (std::size_t at = 0; at < text.size();) {
    const bool visible = markup && at >= tag_end;
    if (visible && text[at] == '<') {
      tag_end = tag_ends.behind(at);
      const bool inlined = is_inline_tag(text.substr(at, tag_end - at));
      if (!inlined || tag_end == at) shown.end_word(at);
      seams = seams || may_be_seam(text.substr(at, 3));
      raw.end_word(at);
      ++at;
      continue;
    }
    if (is_word_byte(text[at])) {
      const std::size_t begin = at;
      std::uint64_t hash = hash_start;
      for (; at < text.size() && is_word_byte(text[at]); ++at) {
        hash = hash_more(hash, folded_byte(text[at]));
      }
      const std::string_view run = text.substr(begin, at - begin);
      raw.append_run(run, hash, begin);
      if (visible) shown.append_run(run, hash, begin);
      continue;
    }
    if (is_plain_separator(text[at])) {
      raw.end_word(at);
      if (visible) shown.end_word(at);
      ++at;
      continue;
    }
    if (const std::string_view folded = latin.find(text, at); !folded.empty()) {
      raw.append(folded, at);
      if (visible) shown.append(folded, at);
      at += 2;
      continue;
    }
    const Letter letter = read_letter(text, at, source.escapes);
    if (letter.separates) {
      raw.end_word(at);
      if (visible) shown.end_word(at);
    } else if (!letter.folded.empty()) {
      raw.append(letter.folded, at);
      if (visible) shown.append(letter.folded, at);
    }
    at += letter.length;
  }
  raw.end_word(text.size());
  shown.end_word(text.size());
  return {raw.has_cells() || shown.has_cells(), seams};
}

NameSearch::Seen NameSearch::find_all(std::string_view text, Reading reading,
                                      std::vector<NameMatch>& found) const {
  const Seen seen = scan({text, reading, Escapes::code}, found);
  if (seen.cells) scan_rows(text, reading, found);
  if (has_doubtful_escape(text)) {
    scan({text, reading, Escapes::style}, found);
    scan({text, reading, Escapes::none}, found);
  }
  return seen;
}

std::vector<NameMatch> NameSearch::find(std::string_view text, Reading reading) const {
  std::vector<NameMatch> found;
  if (empty()) return found;
  const Seen seen = find_all(text, reading, found);
  if (const auto seamless = without_seams(text, seen.seams ? Reading::markup : Reading::text)) {
    std::vector<NameMatch> others;
    find_all(seamless->text, reading, others);
    for (const NameMatch& match : others) {
      found.push_back({match.who, seamless->begin_of(match.begin), seamless->end_of(match.end)});
    }
  }
  sort_by_place(found);
  return found;
}

}  // namespace pes
