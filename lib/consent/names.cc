#include "consent/names.h"

#include <algorithm>
#include <array>

#include "text/letters.h"
#include "text/utf8.h"

namespace pes {

namespace {

constexpr std::uint64_t hash_start = 14695981039346656037U;
constexpr std::uint64_t hash_factor = 1099511628211U;
// Tags that a browser shows nothing of: a word goes on across them.
constexpr auto inline_tags = std::to_array<std::string_view>(
    {"a", "abbr", "b", "bdi", "bdo", "cite", "code", "em", "i", "mark", "q", "s", "small", "span",
     "strong", "sub", "sup", "u", "wbr"});
constexpr auto forms_of_address =
    std::to_array<std::string_view>({"m", "mr", "mme", "mlle", "monsieur", "madame", "mademoiselle",
                                     "dr", "docteur", "me", "maitre", "pr"});
constexpr auto particles = std::to_array<std::string_view>(
    {"de",  "du", "des", "d",   "la",  "le", "les", "l",  "van", "von",  "den", "der", "di", "da",
     "dos", "el", "al",  "ben", "bin", "y",  "e",   "et", "dit", "dite", "ep",  "nee", "ne"});

template <typename List>
bool contains(const List& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

std::uint64_t hash_more(std::uint64_t hash, std::string_view bytes) {
  for (const char byte : bytes) hash = (hash ^ static_cast<unsigned char>(byte)) * hash_factor;
  return hash;
}

std::uint64_t hash_of(std::string_view word) { return hash_more(hash_start, word); }

std::size_t short_hash(std::uint64_t hash) { return (hash ^ hash >> 32U) & 0xFFFFU; }

bool is_ascii_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

// Every ASCII byte that neither belongs to a word nor begins an escape.
bool is_plain_separator(char c) {
  return static_cast<unsigned char>(c) < 0x80 && !is_ascii_word(c) && c != '&' && c != '\\' &&
         c != '%';
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

// A word as it is written, and as it is compared.
struct Word {
  std::string written;
  std::string folded;
};

std::vector<Word> split_words(std::string_view text) {
  std::vector<Word> words(1);
  for (std::size_t at = 0; at < text.size();) {
    const Letter letter = read_letter(text, at);
    if (letter.separates && !words.back().folded.empty()) words.emplace_back();
    words.back().folded += letter.folded;
    if (!letter.folded.empty()) words.back().written += text.substr(at, letter.length);
    at += letter.length;
  }
  if (words.back().folded.empty()) words.pop_back();
  return words;
}

bool starts_lower(const Word& word) {
  std::size_t offset = 0;
  const char32_t first = next_character(word.written, offset);
  const bool latin_extended = first >= 0x100 && first < 0x180 && first % 2 == 1;
  return (first >= U'a' && first <= U'z') || (first >= 0xDF && first <= 0xFF) || latin_extended;
}

// « L'équipe de l'épicerie » names nobody: it begins with an article and has a common noun.
bool is_collective(std::string_view part) {
  const std::vector<Word> words = split_words(part);
  constexpr auto articles = std::to_array<std::string_view>(
      {"l", "le", "la", "les", "un", "une", "des", "notre", "nos", "tous", "toute", "collectif"});
  return !words.empty() && contains(articles, words.front().folded) &&
         std::any_of(words.begin() + 1, words.end(), [](const Word& word) {
           return starts_lower(word) && !contains(particles, word.folded);
         });
}

std::string join(std::span<const std::string> words) {
  std::string out;
  for (const std::string& word : words) out += word;
  return out;
}

}  // namespace

std::vector<std::string> name_words(std::string_view name) {
  std::vector<std::string> words;
  std::vector<std::string> all;
  for (Word& word : split_words(name)) {
    if (!contains(forms_of_address, word.folded)) words.push_back(word.folded);
    all.push_back(std::move(word.folded));
  }
  return words.empty() ? all : words;
}

std::vector<std::string> people_of(std::string_view text) {
  std::string marked(text);
  for (const std::string_view between : {" et ", " & ", " / ", ", ", " ; ", ";"}) {
    for (std::size_t at = marked.find(between); at != std::string::npos;
         at = marked.find(between)) {
      marked.replace(at, between.size(), "\n");
    }
  }
  std::vector<std::string> people;
  for (std::size_t at = 0; at <= marked.size();) {
    const std::size_t end = std::min(marked.find('\n', at), marked.size());
    const std::string part = marked.substr(at, end - at);
    if (!name_words(part).empty() && !is_collective(part)) people.push_back(part);
    at = end + 1;
  }
  return people;
}

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

void NameSearch::forbid(std::string_view name, std::size_t who) {
  std::vector<std::string> words = name_words(name);
  if (words.empty()) return;
  ++forbidden_;
  for (std::size_t i = 0; i < words.size(); ++i) {
    forbid_words(words, who);
    const std::string together = join(words);
    forbid_words({&together, 1}, who);
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

void NameSearch::allow(std::string_view name) {
  const std::vector<std::string> words = name_words(name);
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

  void append(char folded, std::size_t at) {
    if (empty_) begin_ = at;
    empty_ = false;
    hash_ = (hash_ ^ static_cast<unsigned char>(folded)) * hash_factor;
  }

  void end_word(std::size_t end) {
    if (empty_) return;
    advance(end);
    hash_ = hash_start;
    empty_ = true;
  }

  void finish(std::vector<NameMatch>& out) const {
    for (const NameMatch& match : found_) {
      const bool part = std::any_of(allowed_.begin(), allowed_.end(), [&](const NameMatch& name) {
        return name.begin <= match.begin && name.end >= match.end;
      });
      if (!part) out.push_back(match);
    }
  }

 private:
  struct State {
    std::size_t node;
    std::size_t begin;
  };

  void advance(std::size_t end) {
    if (!states_.empty() || search_.starts_.test(short_hash(hash_))) {
      states_.push_back({0, begin_});
      std::vector<State> next;
      for (const State& state : states_) {
        const auto& known = search_.nodes_[state.node].next;
        const auto found = known.find(hash_);
        if (found != known.end()) next.push_back({found->second, state.begin});
      }
      states_ = std::move(next);
      for (const State& state : states_) note(search_.nodes_[state.node], state.begin, end);
    }
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

// The end of the tag that begins at `at`, or `at` where none does.
std::size_t end_of_tag(std::string_view text, std::size_t at) {
  if (at + 1 >= text.size()) return at;
  const char next = text[at + 1];
  if (!is_ascii_word(next) && next != '/' && next != '!' && next != '?') return at;
  const std::size_t end = text.find('>', at);
  return end == std::string_view::npos ? at : end + 1;
}

bool is_inline_tag(std::string_view tag) {
  std::string name;
  for (std::size_t i = tag.starts_with("</") ? 2 : 1; i < tag.size() && is_ascii_word(tag[i]);
       ++i) {
    name += lower(tag[i]);
  }
  return contains(inline_tags, name);
}

}  // namespace

std::vector<NameMatch> NameSearch::find(std::string_view text, Reading reading) const {
  std::vector<NameMatch> out;
  if (empty()) return out;
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
    if (is_ascii_word(text[at])) {
      raw.append(lower(text[at]), at);
      if (visible) shown.append(lower(text[at]), at);
      ++at;
      continue;
    }
    if (is_plain_separator(text[at])) {
      raw.end_word(at);
      if (visible) shown.end_word(at);
      ++at;
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
  raw.finish(out);
  shown.finish(out);
  std::sort(out.begin(), out.end(), [](const NameMatch& a, const NameMatch& b) {
    return std::pair(a.begin, a.who) < std::pair(b.begin, b.who);
  });
  return out;
}

NameSearch forbidden_names(std::span<const Record> records, std::span<const Decision> decisions) {
  NameSearch search;
  std::vector<std::vector<std::string>> shown;
  for (const Decision& decision : decisions) {
    if (!decision.shown() || decision.name.empty()) continue;
    for (const std::string& person : people_of(decision.name)) {
      search.allow(person);
      shown.push_back(name_words(person));
    }
  }
  std::sort(shown.begin(), shown.end());
  for (std::size_t i = 0; i < records.size(); ++i) {
    const bool whole = decisions[i].consent == Reason::none &&
                       decisions[i].name == text_of(field(records[i], "auteur"));
    if (whole) continue;
    for (const std::string& person : people_of(text_of(field(records[i], "auteur")))) {
      const bool elsewhere = std::binary_search(shown.begin(), shown.end(), name_words(person));
      if (!elsewhere) search.forbid(person, i);
    }
  }
  return search;
}

}  // namespace pes
