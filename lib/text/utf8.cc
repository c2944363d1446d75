#include "text/utf8.h"

#include <fmt/format.h>
#include <unicode/normalizer2.h>
#include <unicode/stringoptions.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cassert>

namespace pes {

namespace {

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char byte) { return static_cast<unsigned char>(byte) < 0x80; });
}

// The macros of utf8.h want signed offsets, and convert to narrower types on purpose.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
UChar32 decode(std::string_view text, std::int32_t& offset) {
  UChar32 character = 0;
  const auto length = static_cast<std::int32_t>(text.size());
  U8_NEXT(text.data(), offset, length, character);  // NOLINT: ICU's own macro
  return character;
}
#pragma GCC diagnostic pop

const char* ligature(UChar32 character) {
  switch (character) {
    case U'œ':
      return "oe";
    case U'æ':
      return "ae";
    default:
      return nullptr;
  }
}

}  // namespace

std::optional<std::size_t> find_invalid_utf8(std::string_view text) {
  if (is_ascii(text)) return std::nullopt;
  std::int32_t offset = 0;
  while (static_cast<std::size_t>(offset) < text.size()) {
    const std::int32_t start = offset;
    if (decode(text, offset) < 0) return static_cast<std::size_t>(start);
  }
  return std::nullopt;
}

std::optional<std::size_t> find_control_character(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    const bool plain = byte >= 0x20 && byte < 0x7F;
    if (plain || byte == 0xC3) continue;  // which begins most accented letters
    if (byte < 0x20 && byte != '\t' && byte != '\n') return i;
    if (byte == 0x7F) return i;
    const bool c1 = byte == 0xC2 && i + 1 < text.size() &&
                    static_cast<unsigned char>(text[i + 1]) >= 0x80 &&
                    static_cast<unsigned char>(text[i + 1]) < 0xA0;
    std::size_t next = i;
    if (c1 || (byte >= 0xEF && is_noncharacter(next_character(text, next)))) return i;
  }
  return std::nullopt;
}

bool is_everyday_text(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto byte = [&](std::size_t place) {
      return static_cast<unsigned char>(place < text.size() ? text[place] : 0);
    };
    const unsigned char first = byte(at);
    if ((first >= 0x20 && first < 0x7F) || first == '\n') continue;
    const unsigned char second = byte(at + 1);
    const bool latin = first == 0xC3 && second >= 0x80 && second < 0xC0;
    const bool sign = first == 0xC2 && second >= 0xA0 && second < 0xC0 && second != 0xAD;
    const bool ligature = first == 0xC5 && (second == 0x92 || second == 0x93);
    if (latin || sign || ligature) {
      ++at;
      continue;
    }
    // Dashes, quotes, ellipsis, narrow no-break space; the euro sign.
    const unsigned char third = byte(at + 2);
    const bool punctuation = second == 0x80 && ((third >= 0x90 && third < 0xA8) || third == 0xAF);
    const bool euro = second == 0x82 && third == 0xAC;
    if (first != 0xE2 || !(punctuation || euro)) return false;
    at += 2;
  }
  return true;
}

std::string control_character_name(std::string_view text, std::size_t offset) {
  return fmt::format("{:04X}", static_cast<std::uint32_t>(next_character(text, offset)));
}

std::optional<std::string> repair_encoding(std::string_view bytes) {
  // 0x80 to 0x9F; the rest of Windows-1252 is Latin-1.
  constexpr std::array<char32_t, 32> special = {
      U'€', 0,    U'‚', U'ƒ', U'„', U'…', U'†', U'‡', U'ˆ', U'‰', U'Š', U'‹', U'Œ', 0, U'Ž', 0,
      0,    U'‘', U'’', U'“', U'”', U'•', U'–', U'—', U'˜', U'™', U'š', U'›', U'œ', 0, U'ž', U'Ÿ'};
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  std::string out;
  while (const auto bad = find_invalid_utf8(bytes)) {
    out += bytes.substr(0, *bad);
    const auto byte = static_cast<unsigned char>(bytes[*bad]);
    const bool is_special = byte >= 0x80 && byte < 0xA0;
    const char32_t character = is_special ? special.at(byte - 0x80U) : char32_t{byte};
    if (character == 0) return std::nullopt;
    append_character(out, character);
    bytes.remove_prefix(*bad + 1);
  }
  return to_nfc(out + std::string(bytes));
}

std::string to_nfc(std::string_view text) {
  if (is_ascii(text)) return std::string(text);
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  assert(U_SUCCESS(status));
  const icu::StringPiece piece(text.data(), static_cast<std::int32_t>(text.size()));
  if (nfc->isNormalizedUTF8(piece, status) != 0) return std::string(text);
  std::string out;
  icu::StringByteSink<std::string> sink(&out);
  nfc->normalizeUTF8(0, piece, sink, nullptr, status);
  assert(U_SUCCESS(status));
  return out;
}

namespace {

std::string fold_by_unicode(std::string_view text) {
  std::string out;
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfd = icu::Normalizer2::getNFDInstance(status);
  assert(U_SUCCESS(status));
  auto wide = icu::UnicodeString::fromUTF8(
      icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
  wide = nfd->normalize(wide.foldCase(U_FOLD_CASE_DEFAULT), status);
  for (std::int32_t i = 0; i < wide.length(); i = wide.moveIndex32(i, 1)) {
    const UChar32 character = wide.char32At(i);
    if (u_charType(character) == U_NON_SPACING_MARK) continue;
    if (const char* letters = ligature(character)) {
      out += letters;
    } else {
      append_character(out, static_cast<char32_t>(character));
    }
  }
  return out;
}

// Letters of western Europe and common punctuation, folded once; of others nothing.
class FoldTable {
 public:
  FoldTable() {
    for (char32_t c = 0; c < letters_.size(); ++c) letters_.at(c) = folded(c);
    for (char32_t c = 0; c < punctuation_.size(); ++c) {
      punctuation_.at(c) = folded(first_punctuation + c);
    }
  }

  [[nodiscard]] const std::string* find(char32_t c) const {
    if (c < letters_.size()) return &letters_[c];
    const char32_t place = c - first_punctuation;
    return place < punctuation_.size() ? &punctuation_[place] : nullptr;
  }

 private:
  static constexpr char32_t first_punctuation = 0x2000;

  static std::string folded(char32_t c) {
    std::string letter;
    append_character(letter, c);
    return fold_by_unicode(letter);
  }

  std::array<std::string, 0x180> letters_;
  std::array<std::string, 0x70> punctuation_;
};

}  // namespace

std::string fold(std::string_view text) {
  static const FoldTable table;
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const char byte = text[at];
    if (static_cast<unsigned char>(byte) < 0x80) {
      out += byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : byte;
      ++at;
      continue;
    }
    const std::string* letters = table.find(next_character(text, at));
    // What is composed of several characters, or rare, is left to the standard.
    if (letters == nullptr) return fold_by_unicode(text);
    out += *letters;
  }
  return out;
}

std::size_t count_characters(std::string_view text) {
  return text.size() -
         static_cast<std::size_t>(std::count_if(text.begin(), text.end(), is_continuation));
}

char32_t next_long_character(std::string_view text, std::size_t& offset) {
  auto position = static_cast<std::int32_t>(offset);
  const UChar32 character = decode(text, position);
  offset = static_cast<std::size_t>(position);
  return character < 0 ? U'\uFFFD' : static_cast<char32_t>(character);
}

void append_character(std::string& out, char32_t character) {
  if (character < 0x80) {
    out += static_cast<char>(character);
    return;
  }
  std::array<char, U8_MAX_LENGTH> bytes{};
  std::size_t length = 0;
  U8_APPEND_UNSAFE(bytes, length, character);  // NOLINT: ICU's own macro
  out.append(bytes.data(), length);
}

bool is_space(char32_t character) {
  return character == U' ' || character == U'\u00A0' || character == U'\u1680' ||
         (character >= U'\u2000' && character <= U'\u200A') || character == U'\u202F' ||
         character == U'\u205F' || character == U'\u3000';
}

bool is_letter_or_digit(char32_t character) {
  if (character < 0x80) {
    const char32_t lower = character | 0x20U;
    return (lower >= U'a' && lower <= U'z') || (character >= U'0' && character <= U'9');
  }
  return (U_MASK(u_charType(static_cast<UChar32>(character))) & (U_GC_L_MASK | U_GC_N_MASK)) != 0;
}

bool is_invisible(char32_t character) {
  if (character < 0x80) return false;
  return (U_MASK(u_charType(static_cast<UChar32>(character))) & (U_GC_MN_MASK | U_GC_CF_MASK)) != 0;
}

std::string_view trim(std::string_view text) {
  const auto is_blank = [&](std::size_t at) {
    const char32_t c = next_character(text, at);
    return is_space(c) || c == U'\t' || c == U'\n';
  };
  std::size_t begin = 0;
  while (begin < text.size() && is_blank(begin)) next_character(text, begin);
  std::size_t end = text.size();
  while (end > begin) {
    std::size_t last = end - 1;
    while (last > begin && is_continuation(text[last])) --last;
    if (!is_blank(last)) break;
    end = last;
  }
  return text.substr(begin, end - begin);
}

std::string cut_at_word(std::string_view text, std::size_t limit) {
  if (count_characters(text) <= limit) return std::string(text);
  std::size_t last_word_end = 0;
  std::size_t fitting = 0;
  std::size_t count = 0;
  for (std::size_t offset = 0; offset < text.size() && count < limit; ++count) {
    const std::size_t at = offset;
    fitting = at;
    if (is_space(next_character(text, offset)) && at > 0) last_word_end = at;
  }
  // Without a place to cut, the characters that fit must do.
  std::string_view kept = trim(text.substr(0, last_word_end > 0 ? last_word_end : fitting));
  while (!kept.empty() && std::string_view(",;:-").find(kept.back()) != std::string_view::npos) {
    kept = trim(kept.substr(0, kept.size() - 1));
  }
  return std::string(kept) + "…";
}

}  // namespace pes
