#include "consent/names.h"

#include <algorithm>
#include <array>

#include "text/letters.h"
#include "text/utf8.h"

namespace pes {

namespace {

constexpr std::uint64_t hash_start = 14695981039346656037U;
constexpr std::uint64_t hash_factor = 1099511628211U;
// A short word as a number, to compare it at once.
constexpr std::uint64_t packed(std::string_view word) {
  std::uint64_t number = 0;
  for (const char c : word) number = number << 8U | static_cast<unsigned char>(c);
  return number;
}

// Tags that a browser shows nothing of: a word goes on across them.
constexpr auto inline_tags = std::to_array<std::uint64_t>(
    {packed("a"),     packed("abbr"),   packed("b"),   packed("bdi"),  packed("bdo"),
     packed("cite"),  packed("code"),   packed("del"), packed("dfn"),  packed("em"),
     packed("font"),  packed("i"),      packed("ins"), packed("kbd"),  packed("label"),
     packed("mark"),  packed("q"),      packed("s"),   packed("samp"), packed("small"),
     packed("span"),  packed("strong"), packed("sub"), packed("sup"),  packed("time"),
     packed("tspan"), packed("u"),      packed("var"), packed("wbr")});
// Of longer ones only their own order is searched for: orders and spellings grow with the square.
constexpr std::size_t longest_name = 8;

std::uint64_t hash_more(std::uint64_t hash, char byte) {
  return (hash ^ static_cast<unsigned char>(byte)) * hash_factor;
}

std::uint64_t hash_more(std::uint64_t hash, std::string_view bytes) {
  for (const char byte : bytes) hash = hash_more(hash, byte);
  return hash;
}

std::uint64_t hash_of(std::string_view word) { return hash_more(hash_start, word); }

std::size_t short_hash(std::uint64_t hash) { return (hash ^ hash >> 32U) & 0xFFFFU; }

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

// What is withheld names nobody, whatever it is for.
bool is_granted(const Decision& decision, Purpose purpose) {
  return purpose == Purpose::networks || decision.allows(purpose);
}

std::string join(std::span<const std::string> words) {
  std::string out;
  for (const std::string& word : words) out += word;
  return out;
}

}  // namespace

NameSearch::Node& NameSearch::place(std::span<const std::string> words) {
  starts_.set(short_hash(hash_of(words.front())));
  std::size_t at = 0;
  for (const std::string& word : words) {
    const auto [next, added] = nodes_[at].next.try_emplace(hash_of(word), nodes_.size());
    at = next->second;
    if (added) nodes_.emplace_back();
  }
  return nodes_[at];
}

void NameSearch::forbid_words(std::span<const std::string> words, std::size_t who) {
  std::vector<std::size_t>& known = place(words).who;
  if (std::find(known.begin(), known.end(), who) == known.end()) known.push_back(who);
}

void NameSearch::forbid(const PersonName& name, std::size_t who) {
  ++forbidden_;
  if (name.is_surname()) {
    for (const std::string_view form : forms_of_address()) {
      const std::array words = {std::string(form), name.words.front()};
      forbid_words(words, who);
    }
    return;
  }
  std::vector<std::string> words = name.words;
  if (words.size() > longest_name) {
    forbid_words(words, who);
    return;
  }
  for (std::size_t i = 0; i < words.size(); ++i) {
    forbid_words(words, who);
    forbid_joined(words, who);
    std::rotate(words.begin(), words.begin() + 1, words.end());
  }
  // « Jeanpierre Un », « Un Jeanpierre »
  for (std::size_t cut = 1; cut < words.size(); ++cut) {
    const std::span all(words);
    std::array halves = {join(all.first(cut)), join(all.subspan(cut))};
    forbid_words(halves, who);
    std::swap(halves[0], halves[1]);
    forbid_words(halves, who);
  }
}

// Short names run together make common words: « Marc Hé », « marché ».
void NameSearch::forbid_joined(std::span<const std::string> words, std::size_t who) {
  constexpr std::size_t shortest = 10;
  const std::string together = join(words);
  if (together.size() >= shortest) forbid_words({&together, 1}, who);
}

void NameSearch::allow(std::string_view name) {
  const std::vector<std::string> words = folded_words(name);
  if (!words.empty()) place(words).allowed = true;
}

// Follows every name that the words read so far may be the beginning of.
class NameSearch::Walk {
 public:
  explicit Walk(const NameSearch& search) : search_(search) {}

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

  void end_word(std::size_t end) {
    if (empty_) return;
    if (!states_.empty() || search_.starts_.test(short_hash(hash_))) advance(end);
    hash_ = hash_start;
    empty_ = true;
  }

  [[nodiscard]] const std::vector<NameMatch>& found() const { return found_; }
  [[nodiscard]] const std::vector<NameMatch>& allowed() const { return allowed_; }

 private:
  struct State {
    std::size_t node;
    std::size_t begin;
  };

  void advance(std::size_t end) {
    states_.push_back({0, begin_});
    std::size_t kept = 0;
    for (const State& state : states_) {
      const auto& known = search_.nodes_[state.node].next;
      const auto found = known.find(hash_);
      if (found != known.end()) states_[kept++] = {found->second, state.begin};
    }
    states_.resize(kept);
    for (const State& state : states_) note(search_.nodes_[state.node], state.begin, end);
  }

  void note(const Node& node, std::size_t begin, std::size_t end) {
    if (node.allowed) allowed_.push_back({0, begin, end});
    for (const std::size_t who : node.who) found_.push_back({who, begin, end});
  }

  const NameSearch& search_;
  std::uint64_t hash_ = hash_start;
  bool empty_ = true;
  std::size_t begin_ = 0;
  std::vector<State> states_;
  std::vector<NameMatch> found_;
  std::vector<NameMatch> allowed_;
};

namespace {

// The end of the tag or comment that begins at `at`, or `at` where none does.
std::size_t end_of_tag(std::string_view text, std::size_t at) {
  if (text.substr(at).starts_with("<!--")) {
    const std::size_t comment = text.find("-->", at);
    return comment == std::string_view::npos ? at : comment + 3;
  }
  if (at + 1 >= text.size()) return at;
  const char next = text[at + 1];
  if (!is_ascii_word(next) && next != '/' && next != '!' && next != '?') return at;
  const std::size_t end = text.find('>', at);
  return end == std::string_view::npos ? at : end + 1;
}

bool is_inline_tag(std::string_view tag) {
  const std::size_t begin = tag.starts_with("</") ? 2 : 1;
  std::size_t end = begin;
  std::uint64_t name = 0;
  for (; end < tag.size() && is_ascii_word(tag[end]); ++end) {
    name = name << 8U | static_cast<unsigned char>(lower(tag[end]));
  }
  const bool custom = end < tag.size() && tag[end] == '-';
  const bool known = end - begin <= sizeof name &&
                     std::find(inline_tags.begin(), inline_tags.end(), name) != inline_tags.end();
  return known || custom || tag.starts_with("<!--");
}

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

bool is_part_of(const NameMatch& match, const std::vector<NameMatch>& names) {
  return std::any_of(names.begin(), names.end(), [&](const NameMatch& name) {
    return name.begin <= match.begin && name.end >= match.end;
  });
}

std::vector<NameMatch> joined(std::vector<NameMatch> a, const std::vector<NameMatch>& b) {
  a.insert(a.end(), b.begin(), b.end());
  return a;
}

// By rising place.
std::vector<NameMatch> without_allowed(std::vector<NameMatch> found,
                                       const std::vector<NameMatch>& allowed) {
  std::erase_if(found, [&](const NameMatch& match) { return is_part_of(match, allowed); });
  std::sort(found.begin(), found.end(), [](const NameMatch& a, const NameMatch& b) {
    return std::pair(a.begin, a.who) < std::pair(b.begin, b.who);
  });
  return found;
}

}  // namespace

std::vector<NameMatch> NameSearch::find(std::string_view text, Reading reading) const {
  static const LatinLetters latin;
  if (empty()) return {};
  Walk raw(*this);
  Walk shown(*this);
  const bool markup = reading == Reading::markup;
  std::size_t tag_end = 0;
  for (std::size_t at = 0; at < text.size();) {
    const bool visible = markup && at >= tag_end;
    if (visible && text[at] == '<') {
      tag_end = end_of_tag(text, at);
      const bool inlined = is_inline_tag(text.substr(at, tag_end - at));
      if (!inlined || tag_end == at) shown.end_word(at);
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
    const Letter letter = read_letter(text, at);
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
  return without_allowed(joined(raw.found(), shown.found()),
                         joined(raw.allowed(), shown.allowed()));
}

bool NameWatch::empty() const { return everywhere.empty() && own_page.empty(); }

NameWatch forbidden_names(std::span<const Record> records, std::span<const Decision> decisions,
                          Purpose purpose) {
  NameWatch watch;
  std::vector<PersonName> shown;
  for (std::size_t i = 0; i < records.size(); ++i) {
    const Decision& decision = decisions[i];
    if (!decision.shown() || !is_granted(decision, purpose)) continue;
    watch.everywhere.allow(decision.name);
    for (PersonName& person : people_of(decision.name)) shown.push_back(std::move(person));
  }
  for (std::size_t i = 0; i < records.size(); ++i) {
    const std::string_view author = text_of(field(records[i], "auteur"));
    const bool whole = decisions[i].consent == Reason::none && decisions[i].name == author;
    if (whole && is_granted(decisions[i], purpose)) continue;
    for (const PersonName& person : people_of(author)) {
      const bool elsewhere = std::find(shown.begin(), shown.end(), person) != shown.end();
      if (!elsewhere) {
        watch.everywhere.forbid(person, i);
      } else if (!whole && decisions[i].shown()) {
        watch.own_page[i].forbid(person, i);
      }
    }
  }
  return watch;
}

}  // namespace pes
