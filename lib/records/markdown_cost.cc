#include "records/markdown_cost.h"

#include <algorithm>

#include "text/utf8.h"

namespace pes {

namespace {

constexpr std::size_t deepest_container = 100;
constexpr std::size_t most_images = 1000;
constexpr std::size_t most_brackets = 5000;

// « > », « - », « 12. »: how many containers a line opens or continues, indentation included.
std::size_t container_depth(std::string_view line) {
  std::size_t depth = 0;
  std::size_t spaces = 0;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char c = line[i];
    const bool bullet = (c == '-' || c == '+' || c == '*') && i + 1 < line.size() &&
                        (line[i + 1] == ' ' || line[i + 1] == '\t');
    if (c == '>' || bullet) {
      ++depth;
    } else if (c == ' ' || c == '\t') {
      ++spaces;
    } else if ((c < '0' || c > '9') && c != '.' && c != ')') {
      break;
    }
  }
  return depth + spaces / 2;
}

}  // namespace

bool is_affordable(FileId file, std::string_view text, std::size_t begin, Diagnostics& out) {
  std::size_t images = 0;
  std::size_t brackets = 0;
  for (std::size_t at = begin; at < text.size();) {
    const std::string_view line = line_at(text, at);
    const Span span{file, static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(line.size())};
    if (container_depth(line) > deepest_container) {
      out.add(Rule::nesting_too_deep, span, {deepest_container});
      return false;
    }
    for (std::size_t i = line.find("!["); i != std::string_view::npos; i = line.find("![", i + 2)) {
      ++images;
    }
    brackets += static_cast<std::size_t>(std::count(line.begin(), line.end(), '['));
    if (images > most_images || brackets > most_brackets) {
      out.add(Rule::too_many_images, span, {most_images, most_brackets});
      return false;
    }
    at += line.size() + 1;
  }
  return true;
}

}  // namespace pes
