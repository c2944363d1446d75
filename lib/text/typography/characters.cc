#include "text/typography/characters.h"

#include "text/utf8.h"

namespace pes {

namespace {

bool is_ascii_letter(char32_t c) { return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z'); }

std::size_t start_of_character_before(std::string_view text, std::size_t at) {
  do {
    --at;
  } while (at > 0 && is_continuation(text[at]));
  return at;
}

template <typename Predicate>
std::size_t run_end(std::string_view text, std::size_t at, Predicate belongs) {
  while (at < text.size()) {
    std::size_t next = at;
    if (!belongs(next_character(text, next))) return at;
    at = next;
  }
  return at;
}

template <typename Predicate>
std::size_t run_begin(std::string_view text, std::size_t at, Predicate belongs) {
  while (at > 0 && belongs(character_before(text, at))) at = start_of_character_before(text, at);
  return at;
}

}  // namespace

char32_t character_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return 0;
  const auto byte = static_cast<unsigned char>(text[at]);
  return byte < 0x80 ? byte : next_character(text, at);
}

char32_t character_before(std::string_view text, std::size_t at) {
  return at == 0 ? 0 : character_at(text, start_of_character_before(text, at));
}

bool is_digit(char32_t character) { return character >= U'0' && character <= U'9'; }

bool is_letter(char32_t character) {
  if (character < 0x80) return is_ascii_letter(character);
  if (character < 0xC0 || character == U'×' || character == U'÷') return false;
  const bool punctuation_or_symbol = (character >= 0x2000 && character < 0x2C00) ||
                                     (character >= 0x3000 && character < 0x3040) ||
                                     (character >= 0xFE00 && character < 0xFE10);
  return !punctuation_or_symbol && character != U'\uFFFD' && character < 0x1F000;
}

bool is_word_character(char32_t character) { return is_letter(character) || is_digit(character); }

bool is_capital(char32_t character) {
  return (character >= U'A' && character <= U'Z') || character == U'Œ' ||
         (character >= U'À' && character <= U'Þ' && character != U'×');
}

bool is_gap(char32_t character) { return character == U'\t' || is_space(character); }

bool is_blank(char32_t character) {
  return character == 0 || character == U'\n' || character == U'\r' || is_gap(character);
}

bool is_apostrophe(char32_t character) { return character == U'\'' || character == U'’'; }

bool is_opening(char32_t character) {
  return std::u32string_view(U"([{«“‹‘").find(character) != std::u32string_view::npos;
}

std::size_t gap_begin(std::string_view text, std::size_t at) { return run_begin(text, at, is_gap); }

std::size_t gap_end(std::string_view text, std::size_t at) { return run_end(text, at, is_gap); }

std::size_t digits_end(std::string_view text, std::size_t at) {
  return run_end(text, at, is_digit);
}

// A function by its name would be called for each character.
std::size_t letters_end(std::string_view text, std::size_t at) {
  return run_end(text, at, [](char32_t character) { return is_letter(character); });
}

std::size_t letters_begin(std::string_view text, std::size_t at) {
  return run_begin(text, at, [](char32_t character) { return is_letter(character); });
}

Extent word_around(std::string_view text, std::size_t at) {
  return {letters_begin(text, at), letters_end(text, at)};
}

std::string_view slice(std::string_view text, Extent extent) {
  return text.substr(extent.begin, extent.end - extent.begin);
}

bool stands_at(std::string_view text, std::size_t at, std::string_view part) {
  return text.substr(at, part.size()) == part;
}

}  // namespace pes
