#include "text/letters.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "text/letter_forms.h"
#include "text/utf8.h"

namespace pes {

namespace {

struct Scalar {
  char32_t character = 0;
  std::size_t length = 1;
};

bool is_hex_digit(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

bool is_ascii_letter(char32_t c) { return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z'); }

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
  constexpr auto names = std::to_array<Name>({{"amp", U'&'},       {"lt", U'<'},
                                              {"gt", U'>'},        {"quot", U'"'},
                                              {"apos", U'\''},     {"nbsp", U' '},
                                              {"shy", 0xAD},       {"commat", U'@'},
                                              {"period", U'.'},    {"oelig", 0x153},
                                              {"OElig", 0x153},    {"aelig", 0xE6},
                                              {"AElig", 0xE6},     {"szlig", 0xDF},
                                              {"imath", U'i'},     {"inodot", U'i'},
                                              {"lstrok", U'l'},    {"Lstrok", U'L'},
                                              {"dstrok", U'd'},    {"Dstrok", U'D'},
                                              {"zwj", 0x200D},     {"zwnj", 0x200C},
                                              {"lrm", 0x200E},     {"rlm", 0x200F},
                                              {"NoBreak", 0x2060}, {"ZeroWidthSpace", 0x200B},
                                              {"hyphen", U'-'},    {"dash", U'-'},
                                              {"ndash", U'-'},     {"mdash", U'-'},
                                              {"lowbar", U'_'},    {"sol", U'/'},
                                              {"rsquo", U'\''},    {"lsquo", U'\''},
                                              {"thinsp", U' '},    {"ensp", U' '},
                                              {"emsp", U' '},      {"Tab", U' '},
                                              {"NewLine", U' '},   {"comma", U','},
                                              {"semi", U';'}});
  for (const Name& known : names) {
    if (known.name == name) return known.character;
  }
  constexpr auto accents = std::to_array<std::string_view>(
      {"acute", "grave", "circ", "uml", "cedil", "tilde", "ring", "slash", "caron"});
  const bool accented = name.size() > 1 && is_ascii_letter(static_cast<unsigned char>(name[0])) &&
                        std::find(accents.begin(), accents.end(), name.substr(1)) != accents.end();
  return accented ? std::optional<char32_t>(name[0]) : std::nullopt;
}

// « #67; » and « #67 », as browsers read it too, behind an ampersand.
std::optional<Scalar> read_number(std::string_view text) {
  const bool hexadecimal = text.size() > 1 && (text[1] == 'x' || text[1] == 'X');
  const std::size_t begin = hexadecimal ? 2 : 1;
  const auto is_digit = [&](char c) {
    return hexadecimal ? is_hex_digit(c) : c >= '0' && c <= '9';
  };
  std::size_t end = begin;
  while (end < text.size() && is_digit(text[end])) ++end;
  if (end == begin) return std::nullopt;
  const auto character = parse_number(text.substr(begin, end - begin), hexadecimal ? 16 : 10);
  if (!character) return std::nullopt;
  const bool closed = end < text.size() && text[end] == ';';
  return Scalar{*character, end + (closed ? 1 : 0)};
}

// What follows an ampersand.
std::optional<Scalar> read_reference(std::string_view text) {
  if (text.starts_with('#')) return read_number(text);
  constexpr std::size_t longest = 16;
  const std::size_t end = text.substr(0, longest).find(';');
  if (end == std::string_view::npos || end < 1) return std::nullopt;
  const std::string_view name = text.substr(0, end);
  if (name == "amp") {
    // HTML in a feed is escaped once more: « &amp;eacute; ».
    const auto inner = read_reference(text.substr(end + 1, longest));
    if (inner) return Scalar{inner->character, end + 1 + inner->length};
  }
  const auto character = named_character(name);
  return character ? std::optional(Scalar{*character, end + 1}) : std::nullopt;
}

std::optional<Scalar> read_reference(std::string_view text, std::size_t at) {
  auto reference = read_reference(text.substr(at + 1));
  if (reference) ++reference->length;
  return reference;
}

// The hexadecimal digits that begin at `at`, at most `most` of them.
std::string_view hex_digits(std::string_view text, std::size_t at, std::size_t most) {
  std::size_t end = std::min(at, text.size());
  while (end < text.size() && end - at < most && is_hex_digit(text[end])) ++end;
  return text.substr(std::min(at, text.size()), end - std::min(at, text.size()));
}

std::optional<char32_t> parse_digits(std::string_view text, std::size_t at, std::size_t count) {
  const std::string_view digits = hex_digits(text, at, count);
  if (digits.size() < count) return std::nullopt;
  std::uint32_t value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
  return char32_t{value};
}

// « \u00e9 », « \u{1d4d2} », « \ud835\udcd2 », « \x43 »
std::optional<Scalar> read_unicode_escape(std::string_view text, std::size_t at) {
  constexpr std::size_t length = 6;
  if (text[at + 1] == 'x') {
    const auto character = parse_digits(text, at + 2, 2);
    return character ? std::optional(Scalar{*character, 4}) : std::nullopt;
  }
  if (text[at + 1] != 'u') return std::nullopt;
  if (at + 2 < text.size() && text[at + 2] == '{') {
    const std::string_view digits = hex_digits(text, at + 3, text.size());
    const std::size_t end = at + 3 + digits.size();
    const auto character = parse_number(digits, 16);
    const bool closed = character && end < text.size() && text[end] == '}';
    return closed ? std::optional(Scalar{*character, end + 1 - at}) : std::nullopt;
  }
  const auto first = parse_digits(text, at + 2, 4);
  if (!first) return std::nullopt;
  if (*first < 0xD800 || *first > 0xDFFF) return Scalar{*first, length};
  const bool pair = text.substr(at + length).starts_with("\\u");
  const auto second = pair ? parse_digits(text, at + length + 2, 4) : std::nullopt;
  if (!second || *first > 0xDBFF || *second < 0xDC00 || *second > 0xDFFF) return std::nullopt;
  return Scalar{0x10000 + ((*first - 0xD800) << 10U) + (*second - 0xDC00), 2 * length};
}

constexpr Scalar nothing_shown(std::size_t length) { return {0, length}; }

std::optional<Scalar> read_code_escape(std::string_view text, std::size_t at) {
  if (std::string_view("nrtbfv").find(text[at + 1]) != std::string_view::npos) {
    return Scalar{U' ', 2};
  }
  if (const auto escape = read_unicode_escape(text, at)) return escape;
  return nothing_shown(1);
}

// « \43 amille »: up to six digits, and a space that ends them.
std::optional<Scalar> read_style_escape(std::string_view text, std::size_t at) {
  const std::string_view digits = hex_digits(text, at + 1, 6);
  if (digits.size() < 2) return nothing_shown(1);
  const std::size_t end = at + 1 + digits.size();
  const bool closed = end < text.size() && (text[end] == ' ' || text[end] == '\n');
  const auto character = parse_number(digits, 16);
  if (!character) return std::nullopt;
  return Scalar{*character, end - at + (closed ? 1 : 0)};
}

std::optional<Scalar> read_backslash(std::string_view text, std::size_t at, Escapes escapes) {
  if (at + 1 >= text.size() || escapes == Escapes::none) return std::nullopt;
  return escapes == Escapes::style ? read_style_escape(text, at) : read_code_escape(text, at);
}

struct PercentByte {
  char byte = 0;
  std::size_t length = 0;
};

// « %C3 », and « %25C3 » of an address within an address.
std::optional<PercentByte> percent_byte(std::string_view text, std::size_t at) {
  if (at >= text.size() || text[at] != '%') return std::nullopt;
  const bool twice = text.substr(at).starts_with("%25") && hex_digits(text, at + 3, 2).size() == 2;
  const std::size_t begin = at + (twice ? 3 : 1);
  const auto byte = parse_digits(text, begin, 2);
  if (!byte) return std::nullopt;
  return PercentByte{static_cast<char>(*byte), begin + 2 - at};
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
    bytes += byte->byte;
    length += byte->length;
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

std::optional<Scalar> read_scalar(std::string_view text, std::size_t at, Escapes escapes) {
  std::optional<Scalar> escaped;
  if (text[at] == '&') escaped = read_reference(text, at);
  if (text[at] == '\\') escaped = read_backslash(text, at, escapes);
  if (text[at] == '%') escaped = read_percent(text, at);
  return escaped ? escaped : read_utf8(text, at);
}

}  // namespace

Letter read_letter(std::string_view text, std::size_t at, Escapes escapes) {
  const char byte = text[at];
  const bool plain =
      static_cast<unsigned char>(byte) < 0x80 && byte != '&' && byte != '\\' && byte != '%';
  const auto scalar = plain ? std::optional(Scalar{static_cast<char32_t>(byte), 1})
                            : read_scalar(text, at, escapes);
  if (!scalar) return {.separates = true};
  if (scalar->character == 0) return {.length = scalar->length};
  const bool wide = scalar->character >= 0xFF01 && scalar->character <= 0xFF5E;
  const char32_t character = wide ? scalar->character - 0xFEE0 : scalar->character;
  const LetterForm& form = letter_form(character);
  const bool separates = form.role == LetterForm::Role::separator;
  return {form.folded, separates, form.capital, scalar->length, character};
}

}  // namespace pes
