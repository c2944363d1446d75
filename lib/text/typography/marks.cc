#include "text/typography/marks.h"

#include <algorithm>
#include <array>
#include <string>

#include "text/utf8.h"

namespace pes {

namespace {

constexpr std::string_view guillemet = "«";
constexpr std::string_view apostrophe = "’";
constexpr std::string_view ellipsis = "…";
constexpr std::string_view dash = "–";

constexpr auto elided =
    std::to_array<std::string_view>({"aujourd", "c", "d", "entr", "j", "jusqu", "l", "lorsqu", "m",
                                     "n", "presqu", "puisqu", "qu", "quelqu", "quoiqu", "s", "t"});
constexpr std::size_t longest_elided = 8;
constexpr auto without_beginning =
    std::to_array<std::string_view>({"tit", "tite", "tites", "tits"});

bool is_one_of(char32_t character, std::u32string_view set) {
  return character != 0 && set.find(character) != std::u32string_view::npos;
}

bool is_pictogram(char32_t c) { return c >= 0x1F000 || (c >= 0x2600 && c < 0x27C0) || c == 0xFE0F; }

template <typename Words>
bool contains(const Words& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// What a mark may follow without a space that the author typed.
bool ends_word(const Galley& galley, std::size_t at) {
  const char32_t c = character_before(galley.text(), at);
  if (c == U'"') return galley.has_corrected_until(at);
  return is_word_character(c) || is_pictogram(c) || is_one_of(c, U")]}»”%‰€….°²³");
}

bool may_follow_mark(char32_t c) {
  return is_blank(c) || is_pictogram(c) || is_one_of(c, U")]}»”\"’',.…!?;:");
}

// « &amp; »: the end of a character reference that somebody quotes.
bool ends_reference(std::string_view text, std::size_t at) {
  while (at > 0 && (is_word_character(character_before(text, at)) || text[at - 1] == '#')) --at;
  return character_before(text, at) == U'&';
}

bool is_dash(char32_t c) { return is_one_of(c, U"-–—"); }

// « 'l' » is a letter in single quotes, and no elision.
bool is_elided(std::string_view text, std::size_t at) {
  const std::size_t begin = letters_begin(text, at);
  const bool quoted =
      character_before(text, begin) == U'\'' && !is_letter(character_before(text, begin - 1));
  return !quoted && at - begin <= longest_elided &&
         contains(elided, fold(slice(text, {begin, at})));
}

// « 'tit », « les années '80 »
bool is_without_beginning(std::string_view text, std::size_t at) {
  const bool decade = digits_end(text, at) == at + 2;
  const std::size_t end = decade ? at + 2 : letters_end(text, at);
  const char32_t after = character_at(text, end);
  const bool quoted = after == U'\'' && !is_word_character(character_at(text, end + 1));
  if (quoted || is_word_character(after)) return false;
  return decade || contains(without_beginning, fold(slice(text, {at, end})));
}

// The length of a dash that the author typed, or nothing.
std::size_t dash_length(std::string_view text, std::size_t at) {
  if (text[at] != '-') return dash.size();
  const std::size_t end = std::min(text.find_first_not_of('-', at), text.size());
  return end - at;
}

}  // namespace

void set_mark(Galley& galley, std::size_t at) {
  const std::string_view text = galley.text();
  const std::size_t begin = gap_begin(text, at);
  const char32_t before = character_before(text, begin);
  const char32_t after = character_at(text, at + 1);
  const char mark = text[at];
  const bool typed = begin < at;
  if (is_blank(before) || is_opening(before) || after == U'=') return;
  if (!typed && (!ends_word(galley, begin) || !may_follow_mark(after))) return;
  if (mark == ':' && (before == U':' || after == U':')) return;
  if (mark == ';' && !typed && ends_reference(text, at)) return;
  galley.replace({begin, at}, mark == ':' ? no_break_space : narrow_space);
}

void set_opening_guillemet(Galley& galley, std::size_t at) {
  const std::string_view text = galley.text();
  const std::size_t begin = at + guillemet.size();
  const std::size_t end = gap_end(text, begin);
  const char32_t after = character_at(text, end);
  if (is_blank(after) || (begin == end && after == U'»')) return;
  if (begin == end) {
    galley.insert_after(begin, narrow_space);
  } else {
    galley.replace({begin, end}, narrow_space);
  }
}

void set_closing_guillemet(Galley& galley, std::size_t at) {
  const std::string_view text = galley.text();
  const std::size_t begin = gap_begin(text, at);
  const char32_t before = character_before(text, begin);
  if (is_blank(before) || (begin == at && before == U'«')) return;
  if (begin == at && before == U'"' && !galley.has_corrected_until(at)) return;
  galley.replace({begin, at}, narrow_space);
}

void set_apostrophe(Galley& galley, std::size_t at) {
  const std::string_view text = galley.text();
  const char32_t before = character_before(text, at);
  const char32_t after = character_at(text, at + 1);
  const bool curved =
      is_letter(before)
          ? is_word_character(after) || (!is_apostrophe(after) && is_elided(text, at))
          : !is_digit(before) && !is_apostrophe(before) && is_without_beginning(text, at + 1);
  if (curved) galley.replace({at, at + 1}, apostrophe);
}

std::size_t set_dash(Galley& galley, std::size_t at) {
  const std::string_view text = galley.text();
  const std::size_t end = at + dash_length(text, at);
  const std::size_t begin = gap_begin(text, at);
  const char32_t before = character_before(text, begin);
  const char32_t after = character_at(text, end);
  const bool spaced =
      begin < at && is_blank(after) && after != 0 && character_at(text, gap_end(text, end)) != U'»';
  if (!spaced || is_blank(before) || is_opening(before) || is_dash(before)) return end;
  if (text[at] != '-') {
    galley.replace({begin, at}, no_break_space);
  } else if (end - at <= 3) {
    galley.replace({begin, end}, end - at == 3 ? "\u00A0—" : "\u00A0–");
  }
  return end;
}

std::size_t set_ellipsis(Galley& galley, std::size_t at) {
  const std::string_view text = galley.text();
  const bool stops = text[at] == '.';
  const std::size_t end =
      stops ? std::min(text.find_first_not_of('.', at), text.size()) : at + ellipsis.size();
  if (end - at != 3) return end;
  const char32_t after = character_at(text, end);
  if (stops && (after == U'/' || character_before(text, at) == U'/')) return end;
  std::size_t begin = gap_begin(text, at);
  const char32_t before = character_before(text, begin);
  const bool follows = is_word_character(before) || is_one_of(before, U")]»”%€!?") ||
                       galley.has_corrected_until(begin);
  if (!follows || !may_follow_mark(after)) begin = at;
  galley.replace({begin, end}, ellipsis);
  return end;
}

}  // namespace pes
