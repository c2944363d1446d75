#include "records/yaml_items.h"

#include <algorithm>

#include "text/utf8.h"

namespace pes {

namespace {

bool is_one_of(char c, std::string_view set) { return set.find(c) != std::string_view::npos; }

// Where the text that begins at `at` stops within brackets.
std::size_t item_end(std::string_view text, std::size_t at, std::size_t end) {
  while (at < end && !is_one_of(text[at], ",[]{}") && text.substr(at, 2) != ": " &&
         text.substr(at, 2) != " #") {
    ++at;
  }
  return at;
}

}  // namespace

void check_items(const YamlStretch& yaml, const YamlLine& line, Diagnostics& out) {
  if (!line.has_value() || !is_one_of(yaml.text[line.value], "[{")) return;
  for (std::size_t at = line.value; at < line.end;) {
    if (is_one_of(yaml.text[at], " ,:[]{}")) {
      ++at;
    } else if (is_one_of(yaml.text[at], "\"'")) {
      at = std::min(closing_quote(yaml, at), line.end - 1) + 1;
    } else if (yaml.text[at] == '#') {
      return;
    } else {
      const std::size_t end = item_end(yaml.text, at, line.end);
      const std::string_view item = trim(yaml.text.substr(at, end - at));
      if (item.find('?') != std::string_view::npos) {
        out.add(Rule::yaml_tag, span_of(yaml, at, at + item.size()), {"?"})
            .replace_with(in_quotes(item));
      }
      at = std::max(end, at + 1);
    }
  }
}

}  // namespace pes
