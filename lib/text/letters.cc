#include "text/letters.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <vector>

#include "text/utf8.h"

namespace pes {

namespace {

struct Scalar {
  char32_t character = 0;
  std::size_t length = 1;
};

bool is_ascii_letter(char32_t c) { return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z'); }

bool is_word_character(char32_t c) {
  if (c < 0x80) return is_ascii_letter(c) || (c >= U'0' && c <= U'9');
  if (c < 0xC0) return c == 0xAA || c == 0xB5 || c == 0xBA;
  const bool punctuation = (c >= 0x2000 && c <= 0x2BFF) || (c >= 0x3000 && c <= 0x303F);
  return !punctuation && c != 0xD7 && c != 0xF7 && c != 0x2BC && c < 0xFFF0;
}

// Soft hyphens, joiners, marks of direction and combining accents.
bool has_no_width(char32_t c) {
  return c == 0xAD || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x2064) || (c >= 0x300 && c <= 0x36F) || c == 0xFEFF;
}

std::optional<char32_t> parse_number(std::string_view digits, int base) {
  std::uint32_t value = 0;
  const auto [end, error] =
      std::from_chars(digits.data(), digits.data() + digits.size(), value, base);
  const bool whole = error == std::errc{} && end == digits.data() + digits.size();
  const bool valid = value > 0 && value < 0x110000 && (value < 0xD800 || value > 0xDFFF);
  return whole && valid && !digits.empty() ? std::optional<char32_t>(value) : std::nullopt;
}

// « &eacute; »: a letter and the name of its accent, which folding removes anyway.
std::optional<char32_t> named_character(std::string_view name) {
  struct Name {
    std::string_view name;
    char32_t character;
  };
  constexpr auto names = std::to_array<Name>({{"amp", U'&'},
                                              {"lt", U'<'},
                                              {"gt", U'>'},
                                              {"quot", U'"'},
                                              {"apos", U'\''},
                                              {"nbsp", U' '},
                                              {"shy", 0xAD},
                                              {"commat", U'@'},
                                              {"period", U'.'},
                                              {"oelig", 0x153},
                                              {"OElig", 0x153},
                                              {"aelig", 0xE6},
                                              {"AElig", 0xE6},
                                              {"szlig", 0xDF}});
  for (const Name& known : names) {
    if (known.name == name) return known.character;
  }
  constexpr auto accents = std::to_array<std::string_view>(
      {"acute", "grave", "circ", "uml", "cedil", "tilde", "ring", "slash", "caron"});
  const bool accented = name.size() > 1 && is_ascii_letter(static_cast<unsigned char>(name[0])) &&
                        std::find(accents.begin(), accents.end(), name.substr(1)) != accents.end();
  return accented ? std::optional<char32_t>(name[0]) : std::nullopt;
}

std::optional<Scalar> read_reference(std::string_view text, std::size_t at) {
  constexpr std::size_t longest = 12;
  const std::size_t end = text.substr(at, longest).find(';');
  if (end == std::string_view::npos || end < 2) return std::nullopt;
  std::string_view inside = text.substr(at + 1, end - 1);
  std::optional<char32_t> character;
  if (inside.starts_with("#x") || inside.starts_with("#X")) {
    character = parse_number(inside.substr(2), 16);
  } else if (inside.starts_with('#')) {
    character = parse_number(inside.substr(1), 10);
  } else {
    character = named_character(inside);
  }
  return character ? std::optional(Scalar{*character, end + 1}) : std::nullopt;
}

std::optional<Scalar> read_json_escape(std::string_view text, std::size_t at) {
  constexpr std::size_t length = 6;
  const std::string_view whole = text.substr(at, length);
  if (whole.size() > 1 && std::string_view("nrtbf").find(whole[1]) != std::string_view::npos) {
    return Scalar{U' ', 2};
  }
  if (whole.size() < length || whole[1] != 'u') return std::nullopt;
  const auto character = parse_number(whole.substr(2), 16);
  return character ? std::optional(Scalar{*character, length}) : std::nullopt;
}

std::optional<char> percent_byte(std::string_view text, std::size_t at) {
  const std::string_view whole = text.substr(at, 3);
  if (whole.size() < 3 || whole[0] != '%') return std::nullopt;
  const auto byte = parse_number(whole.substr(1), 16);
  return byte && *byte < 0x100 ? std::optional(static_cast<char>(*byte)) : std::nullopt;
}

std::size_t sequence_length(unsigned char lead) {
  return lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1;
}

std::optional<Scalar> read_percent(std::string_view text, std::size_t at) {
  std::string bytes;
  std::size_t length = 0;
  do {
    const auto byte = percent_byte(text, at + length);
    if (!byte) return std::nullopt;
    bytes += *byte;
    length += 3;
  } while (bytes.size() < sequence_length(static_cast<unsigned char>(bytes.front())));
  if (find_invalid_utf8(bytes)) return std::nullopt;
  std::size_t offset = 0;
  return Scalar{next_character(bytes, offset), length};
}

std::optional<Scalar> read_utf8(std::string_view text, std::size_t at) {
  const std::string_view bytes =
      text.substr(at, sequence_length(static_cast<unsigned char>(text[at])));
  if (find_invalid_utf8(bytes)) return std::nullopt;
  std::size_t offset = 0;
  return Scalar{next_character(bytes, offset), bytes.size()};
}

std::string fold_slowly(char32_t character) {
  std::string letter;
  append_character(letter, character);
  return fold(letter);
}

// Nearly every letter of a French text is in the table.
std::string fold_character(char32_t character) {
  constexpr std::size_t common = 0x180;
  static const std::vector<std::string> table = [] {
    std::vector<std::string> letters;
    for (char32_t c = 0; c < common; ++c) {
      letters.push_back(is_word_character(c) ? fold_slowly(c) : std::string());
    }
    return letters;
  }();
  return character < common ? table[character] : fold_slowly(character);
}

std::optional<Scalar> read_scalar(std::string_view text, std::size_t at) {
  std::optional<Scalar> escaped;
  if (text[at] == '&') escaped = read_reference(text, at);
  if (text[at] == '\\') escaped = read_json_escape(text, at);
  if (text[at] == '%') escaped = read_percent(text, at);
  return escaped ? escaped : read_utf8(text, at);
}

}  // namespace

Letter read_letter(std::string_view text, std::size_t at) {
  const char byte = text[at];
  const bool plain =
      static_cast<unsigned char>(byte) < 0x80 && byte != '&' && byte != '\\' && byte != '%';
  const auto scalar =
      plain ? std::optional(Scalar{static_cast<char32_t>(byte), 1}) : read_scalar(text, at);
  if (!scalar) return {"", true, 1, 0};
  const bool wide = scalar->character >= 0xFF01 && scalar->character <= 0xFF5E;
  const char32_t character = wide ? scalar->character - 0xFEE0 : scalar->character;
  if (has_no_width(character)) return {"", false, scalar->length, character};
  if (!is_word_character(character)) return {"", true, scalar->length, character};
  return {fold_character(character), false, scalar->length, character};
}

}  // namespace pes
