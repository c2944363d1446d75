#include "text/visible.h"

#include <fmt/format.h>
#include <unicode/uchar.h>

#include <algorithm>

#include "text/utf8.h"

namespace pes {

namespace {

bool is_plain(char byte) { return byte >= ' ' && byte < '\x7F'; }

bool acts(char32_t character) {
  if (character < 0x80) return !is_plain(static_cast<char>(character));
  const bool joins = character == U'\u200C' || character == U'\u200D';
  return !joins && (U_MASK(u_charType(static_cast<UChar32>(character))) &
                    (U_GC_CC_MASK | U_GC_CF_MASK | U_GC_ZL_MASK | U_GC_ZP_MASK)) != 0;
}

char32_t sign_of(char32_t character) {
  constexpr char32_t first_picture = 0x2400;
  if (character < 0x20) return first_picture + character;
  return character == 0x7F ? U'\u2421' : U'\uFFFD';
}

// The text with what `replace` appends for each character that acts and is not in `kept`.
template <typename Replace>
std::string rewrite(std::string_view text, std::string_view kept, const Replace& replace) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t character = next_character(text, at);
    const bool stays =
        character < 0x80 && (kept.find(text[begin]) != std::string_view::npos ||
                             (kept.starts_with('\n') && text.substr(begin).starts_with("\r\n")));
    if (stays || !acts(character)) {
      append_character(out, character);
    } else {
      replace(out, character);
    }
  }
  return out;
}

std::string with_signs(std::string_view text, std::string_view kept) {
  if (std::all_of(text.begin(), text.end(), is_plain)) return std::string(text);
  return rewrite(text, kept, [](std::string& out, char32_t character) {
    append_character(out, sign_of(character));
  });
}

}  // namespace

std::string visible(std::string_view text) { return with_signs(text, ""); }

std::string visible_lines(std::string_view text) { return with_signs(text, "\n\t"); }

std::string visible_json(std::string_view json) {
  return rewrite(json, "\n", [](std::string& out, char32_t character) {
    constexpr char32_t first_pair = 0x10000;
    const auto unit = [&](char32_t value) {
      out += fmt::format("\\u{:04x}", static_cast<unsigned>(value));
    };
    if (character < first_pair) return unit(character);
    unit(0xD800 + ((character - first_pair) >> 10U));
    unit(0xDC00 + ((character - first_pair) & 0x3FFU));
  });
}

}  // namespace pes
