#include "consent/text_words.h"

#include <algorithm>
#include <array>

#include "text/utf8.h"

namespace pes {

namespace {

// A short word as a number, to compare it at once.
constexpr std::uint64_t packed(std::string_view word) {
  std::uint64_t number = 0;
  for (const char c : word) number = number << 8U | static_cast<unsigned char>(c);
  return number;
}

constexpr auto inline_tags = std::to_array<std::uint64_t>(
    {packed("a"),      packed("abbr"),   packed("acronym"), packed("b"),     packed("bdi"),
     packed("bdo"),    packed("big"),    packed("blink"),   packed("cite"),  packed("code"),
     packed("data"),   packed("del"),    packed("dfn"),     packed("em"),    packed("font"),
     packed("i"),      packed("ins"),    packed("kbd"),     packed("label"), packed("mark"),
     packed("nobr"),   packed("q"),      packed("rb"),      packed("rbc"),   packed("rtc"),
     packed("ruby"),   packed("s"),      packed("samp"),    packed("small"), packed("span"),
     packed("strike"), packed("strong"), packed("sub"),     packed("sup"),   packed("time"),
     packed("tspan"),  packed("tt"),     packed("u"),       packed("var"),   packed("wbr")});

constexpr bool is_ascii_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

constexpr char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

std::uint16_t gap_of(char32_t c) {
  switch (c) {
    case U',':
      return Gap::comma;
    case U'.':
      return Gap::dot;
    case U'&':
      return Gap::ampersand;
    case U'-':
    case U'\u2010':
    case U'\u2011':
      return Gap::hyphen;
    case U'\'':
    case U'’':
    case U'\u02BC':
      return Gap::apostrophe;
    case U'_':
    case U'+':
    case U'/':
    case U'\u00B7':
      return Gap::joint;
    case U'"':
    case U'(':
    case U')':
    case U'[':
    case U']':
    case U'«':
    case U'»':
    case U'“':
    case U'”':
    case U'„':
      return Gap::quote;
    case U'\n':
    case U'\r':
    case U'\t':
      return Gap::line;
    default:
      return is_space(c) ? Gap::space : Gap::other;
  }
}

// Longer ones are read as text, so that a reader that begins anywhere need not go to the end.
constexpr std::size_t longest_tag = std::size_t{16} << 10U;

}  // namespace

// `place` is where the sign stands, or else from where it has still to be looked for.
std::size_t TagEnds::End::behind(std::string_view text, std::size_t at) {
  const std::string_view near = text.substr(0, std::min(at + longest_tag, text.size()));
  if (!found || place < at) {
    const std::size_t from = std::max(at, place);
    const std::size_t next = near.find(sign, from);
    found = next != std::string_view::npos;
    place = found ? next : std::max(from, near.size() - std::min(near.size(), sign.size() - 1));
  }
  return found && place + sign.size() <= near.size() ? place + sign.size() : at;
}

std::size_t TagEnds::behind(std::size_t at) {
  const std::string_view tag = text_.substr(at, 4);
  if (tag == "<!--") return comment_.behind(text_, at);
  if (tag.size() < 2) return at;
  if (!is_ascii_word(tag[1]) && tag[1] != '/' && tag[1] != '!' && tag[1] != '?') return at;
  return tag_.behind(text_, at);
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
  return known || custom || tag.starts_with("<!") || tag.starts_with("<?");
}

void WordReader::note_gap(char32_t character) {
  const std::uint16_t gap = gap_of(character);
  const bool second_space = gap == Gap::space && (gap_ & Gap::space) != 0;
  gap_ |= second_space && (gap_ & ~Gap::space) == 0 ? Gap::line : gap;
}

// Passes the tag at the place; true where it ends a word.
bool WordReader::read_tag() {
  const std::size_t end = tag_ends_.behind(at_);
  const bool inlined = end != at_ && is_inline_tag(text_.substr(at_, end - at_));
  at_ = end == at_ ? at_ + 1 : end;
  if (!inlined) gap_ |= Gap::line;
  return !inlined;
}

std::optional<TextWord> WordReader::next() {
  std::optional<TextWord> read;
  while (at_ < text_.size()) {
    if (reading_ == Reading::markup && text_[at_] == '<') {
      // The tag that ends a word is passed with the next one, whose gap it is.
      const std::size_t tag = at_;
      const std::uint16_t gap = gap_;
      if (read_tag() && read) {
        at_ = tag;
        gap_ = gap;
        return read;
      }
      continue;
    }
    const Letter letter = read_letter(text_, at_, escapes_);
    if (letter.separates && read) return read;
    if (letter.separates) note_gap(letter.character);
    if (!letter.folded.empty()) {
      if (!read) {
        read = TextWord{{at_, at_, "", letter.capital, false, false}, gap_};
        gap_ = 0;
        letters_ = 0;
      }
      read->word.folded += letter.folded;
      read->word.end = at_ + letter.length;
      all_capital_ = letter.capital && (letters_ == 0 || all_capital_);
      ++letters_;
      read->word.shouted = all_capital_ && letters_ > 1;
    }
    at_ += letter.length;
  }
  return read;
}

}  // namespace pes
