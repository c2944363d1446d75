#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace pes {

/// One character of a text, read through the disguises that files put on it.
struct Letter {
  std::string folded;      ///< Without case, accent and ligature; empty for what has no width.
  bool separates = false;  ///< It ends a word.
  bool capital = false;
  std::size_t length = 1;  ///< Bytes that it takes.
  char32_t character = 0;  ///< What is meant; 0 for bytes that are no text.
};

/// What a backslash begins: it depends on the language of a text, which the text does not tell.
enum class Escapes : std::uint8_t {
  code,   ///< JSON, JavaScript: « \u00e9 », « \u{e9} », « \x43 », « \n »; else nothing.
  style,  ///< CSS, Markdown: « \43 » and a space, else nothing: what follows is itself.
  none    ///< A sign like others, which separates words.
};

/// Reads the character at `at`: UTF-8, a character reference, a backslash escape or a `%` escape of
/// addresses. Bytes that are no text separate words.
///
/// Shape:  `at < text.size()`.
/// Source: HTML (the references of accented letters, of what XML escapes and of what shows
///         nothing, numbers without their semicolon too), RFC 8259, ECMA-262, CSS Syntax 3, RFC
///         3986.
Letter read_letter(std::string_view text, std::size_t at, Escapes escapes = Escapes::code);

}  // namespace pes
