#include "records/markdown_characters.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <string>

#include "text/utf8.h"

namespace pes {

namespace {

// True where a character stands that no file may hold. Of two that are none, cmark makes single
// bytes, which are no UTF-8.
bool has_bad_character(cmark_node* node) {
  for (const auto read : {cmark_node_get_literal, cmark_node_get_url, cmark_node_get_title,
                          cmark_node_get_fence_info}) {
    const char* written = read(node);
    const std::string_view text = written != nullptr ? written : "";
    if (find_invalid_utf8(text) || find_control_character(text)) return true;
  }
  return false;
}

// « &#7; » for the character BEL.
struct NumberedReference {
  std::string_view text;
  std::string character;
};

NumberedReference reference_at(std::string_view text, std::size_t at) {
  const std::string_view all = text.substr(at, text.substr(at, 12).find(';') + 1);
  if (!all.starts_with("&#")) return {};
  std::string_view digits = all.substr(2, all.size() - 3);
  const int base = digits.starts_with('x') || digits.starts_with('X') ? 16 : 10;
  if (base == 16) digits.remove_prefix(1);
  std::uint32_t number = 0;
  const auto [end, error] =
      std::from_chars(digits.data(), digits.data() + digits.size(), number, base);
  if (error != std::errc() || end != digits.data() + digits.size()) return {};
  NumberedReference reference{all, {}};
  append_character(reference.character, number);
  return reference;
}

}  // namespace

bool report_bad_references(std::span<cmark_node* const> nodes, FileId file, std::string_view text,
                           std::size_t begin, Diagnostics& out) {
  if (text.find('&', begin) == text.npos) return false;
  if (std::none_of(nodes.begin(), nodes.end(), has_bad_character)) return false;
  bool found = false;
  for (std::size_t at = text.find('&', begin); at != text.npos; at = text.find('&', at + 1)) {
    const NumberedReference reference = reference_at(text, at);
    if (!find_control_character(reference.character)) continue;
    const Span span{file, static_cast<std::uint32_t>(at),
                    static_cast<std::uint32_t>(reference.text.size())};
    out.add(Rule::control_character, span, {control_character_name(reference.character, 0)})
        .replace_with("");
    found = true;
  }
  return found;
}

}  // namespace pes
