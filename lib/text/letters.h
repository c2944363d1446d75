#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace pes {

/// One character of a text, read through the disguises that files put on it.
struct Letter {
  std::string folded;      ///< Without case, accent and ligature; empty for what has no width.
  bool separates = false;  ///< It ends a word.
  std::size_t length = 1;  ///< Bytes that it takes.
  char32_t character = 0;  ///< What is meant; 0 for bytes that are no text.
};

/// Reads the character at `at`: UTF-8, a character reference, a `\u` escape of JSON or a `%` escape
/// of addresses. Bytes that are no text separate words.
///
/// Shape:  `at < text.size()`.
/// Source: HTML (the references of accented letters and of what XML escapes), RFC 8259, RFC 3986.
Letter read_letter(std::string_view text, std::size_t at);

}  // namespace pes
