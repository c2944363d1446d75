#pragma once

#include <cstddef>
#include <string_view>

namespace pes {

inline constexpr std::string_view no_break_space = "\u00A0";
inline constexpr std::string_view narrow_space = "\u202F";

/// What stands for an opaque piece in the text of a block: it counts as a letter.
inline constexpr std::string_view opaque_mark = "\uFFFC";

/// Bytes [begin, end) of a text.
struct Extent {
  std::size_t begin = 0;
  std::size_t end = 0;

  friend bool operator==(Extent, Extent) = default;
};

/// The character that starts at `at`; 0 at the end of the text.
char32_t character_at(std::string_view text, std::size_t at);

/// The character that ends before `at`; 0 at the beginning of the text.
char32_t character_before(std::string_view text, std::size_t at);

bool is_digit(char32_t character);

/// True for letters and what belongs to them (combining marks); everything beyond Latin that is no
/// punctuation, symbol or pictogram counts as one.
bool is_letter(char32_t character);

/// True for letters and digits.
bool is_word_character(char32_t character);

/// True for the capital letters of French.
bool is_capital(char32_t character);

/// True for what separates words within a line and may be replaced: spaces of any kind, and tabs.
bool is_gap(char32_t character);

/// True for gaps, line ends and the ends of the text.
bool is_blank(char32_t character);

/// True for the straight apostrophe and the curved one.
bool is_apostrophe(char32_t character);

/// True for brackets and quotation marks that open.
bool is_opening(char32_t character);

/// Where the gap that ends before `at` begins; `at` if there is none.
std::size_t gap_begin(std::string_view text, std::size_t at);

/// Where the gap that begins at `at` ends; `at` if there is none.
std::size_t gap_end(std::string_view text, std::size_t at);

/// Where the digits that begin at `at` end.
std::size_t digits_end(std::string_view text, std::size_t at);

/// Where the letters that begin at `at` end.
std::size_t letters_end(std::string_view text, std::size_t at);

/// Where the letters that end before `at` begin.
std::size_t letters_begin(std::string_view text, std::size_t at);

/// The letters around `at`.
Extent word_around(std::string_view text, std::size_t at);

/// The text of an extent.
std::string_view slice(std::string_view text, Extent extent);

/// True if the bytes at `at` are those of `part`.
bool stands_at(std::string_view text, std::size_t at, std::string_view part);

}  // namespace pes
