#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace pes {

/// Byte offset of the first byte that is not part of well-formed UTF-8, if any.
std::optional<std::size_t> find_invalid_utf8(std::string_view text);

/// Byte offset of the first character that no text should hold, if any: C0, C1 and DEL controls
/// other than tab and line feed, and the code points that are no characters, which XML and HTML
/// forbid.
///
/// Shape: `text` is well-formed UTF-8.
std::optional<std::size_t> find_control_character(std::string_view text);

/// True for what no character will ever be: U+FDD0 to U+FDEF, and the last two code points of each
/// plane.
constexpr bool is_noncharacter(char32_t c) {
  return (c & 0xFFFEU) == 0xFFFEU || (c >= 0xFDD0 && c <= 0xFDEF);
}

/// True for a text of characters that French is typed in from day to day, in normal form C, with no
/// control but line feeds; false says nothing.
bool is_everyday_text(std::string_view text);

/// "0008" for the character at `offset`.
std::string control_character_name(std::string_view text, std::size_t offset);

/// The text in Unicode normal form C; text that already is comes back unchanged.
///
/// Source: UAX #15.
std::string to_nfc(std::string_view text);

/// The bytes as UTF-8 without byte-order mark in normal form C: what is no UTF-8 is taken for
/// Windows-1252, the encoding of older French files. Nothing comes back where that is not possible
/// either.
std::optional<std::string> repair_encoding(std::string_view bytes);

/// The text without case, accents and ligatures, for comparing what people consider the same word.
///
/// « Œuvre d’Été » gives "oeuvre d’ete". Not for display.
std::string fold(std::string_view text);

/// Number of code points, which is how editors count columns.
///
/// Shape: `text` is well-formed UTF-8.
std::size_t count_characters(std::string_view text);

/// The next_character() of a place where none of one byte or two begins.
char32_t next_long_character(std::string_view text, std::size_t& offset);

/// Decodes the code point that starts at `offset` and moves `offset` past it; U+FFFD for what is
/// no UTF-8.
///
/// Shape: `offset < text.size()`.
inline char32_t next_character(std::string_view text, std::size_t& offset) {
  const auto first = static_cast<unsigned char>(text[offset]);
  if (first < 0x80) {
    ++offset;
    return first;
  }
  const auto second = static_cast<unsigned char>(offset + 1 < text.size() ? text[offset + 1] : 0);
  if (first < 0xC2 || first > 0xDF || (second & 0xC0U) != 0x80U) {
    return next_long_character(text, offset);
  }
  offset += 2;
  return (first & 0x1FU) << 6U | (second & 0x3FU);
}

/// True for every byte of a character of UTF-8 but its first.
inline bool is_continuation(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

/// Appends the UTF-8 form of one code point.
///
/// Shape: no surrogate, which would come out as three bytes that are not UTF-8.
void append_character(std::string& out, char32_t character);

/// True for U+0020 and for every other horizontal space that people type or paste, no-break ones
/// included.
bool is_space(char32_t character);

/// True for letters and digits of any script.
bool is_letter_or_digit(char32_t character);

/// True for what words are read without: combining accents, soft hyphens, joiners, marks of
/// direction.
bool is_invisible(char32_t character);

/// `text` without spaces of any kind, tabs and line ends at both ends.
std::string_view trim(std::string_view text);

/// `text` cut after the last whole word that fits, with « … » appended if anything was cut.
///
/// Units: `limit` in characters, the ellipsis included.
std::string cut_at_word(std::string_view text, std::size_t limit);

}  // namespace pes
