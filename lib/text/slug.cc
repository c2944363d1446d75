#include "text/slug.h"

#include <algorithm>
#include <array>

#include "text/utf8.h"

namespace pes {

namespace {

constexpr std::size_t longest_slug = 80;
constexpr char32_t middle_dot = U'·';

struct Spelling {
  char32_t symbol;
  std::string_view words;
};
constexpr std::array spellings = {Spelling{U'€', " euros "}, Spelling{U'%', " pour cent "},
                                  Spelling{U'&', " et "}, Spelling{U'+', " plus "},
                                  Spelling{U'°', " "}};

bool is_slug_byte(char byte) {
  return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9');
}

std::string spell_symbols(std::string_view text) {
  std::string out;
  for (std::size_t offset = 0; offset < text.size();) {
    const std::size_t at = offset;
    const char32_t character = next_character(text, offset);
    if (character == middle_dot) continue;
    const auto* found = std::find_if(spellings.begin(), spellings.end(),
                                     [&](const Spelling& s) { return s.symbol == character; });
    out += found != spellings.end() ? found->words : text.substr(at, offset - at);
  }
  return out;
}

std::string join_words(std::string_view folded) {
  std::string out;
  bool gap = false;
  for (char byte : folded) {
    if (!is_slug_byte(byte)) {
      gap = true;
      continue;
    }
    if (gap && !out.empty()) out += '-';
    out += byte;
    gap = false;
  }
  return out;
}

}  // namespace

std::string slugify(std::string_view text) {
  std::string slug = join_words(fold(spell_symbols(text)));
  if (slug.size() <= longest_slug) return slug;
  const std::size_t cut = slug.rfind('-', longest_slug);
  slug.resize(cut == std::string::npos ? longest_slug : cut);
  return slug;
}

bool is_slug(std::string_view text) { return !text.empty() && join_words(text) == text; }

std::string slug_of_file_name(std::string_view stem) {
  return is_slug(stem) ? std::string(stem) : slugify(stem);
}

}  // namespace pes
