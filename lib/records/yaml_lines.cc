#include "records/yaml_lines.h"

#include <algorithm>

#include "text/utf8.h"

namespace pes {

namespace {

// Past « - », as often as it stands there; a hyphen alone is an item whose value is below.
std::size_t skip_items(const YamlStretch& yaml, std::size_t at, std::size_t end) {
  while (at < end && yaml.text[at] == '-' && (at + 1 == end || yaml.text[at + 1] == ' ')) {
    at = std::min(yaml.text.find_first_not_of(' ', at + 1), end);
  }
  return at;
}

// Where a comment starts, or the end of the line: « # » between spaces.
std::size_t comment_start(const YamlStretch& yaml, std::size_t at, std::size_t end) {
  for (; at + 1 < end; ++at) {
    const bool sign = yaml.text[at] == ' ' && yaml.text[at + 1] == '#';
    if (sign && (at + 2 >= end || yaml.text[at + 2] == ' ')) return at;
  }
  return end;
}

// The colon that ends a key, or npos: one that a space or the end of the line follows.
std::size_t find_colon(const YamlStretch& yaml, std::size_t at, std::size_t end) {
  for (; at < end; ++at) {
    const bool ends = at + 1 >= end || yaml.text[at + 1] == ' ' || yaml.text[at + 1] == '\t';
    if (yaml.text[at] == ':' && ends) return at;
  }
  return std::string_view::npos;
}

std::string unescape(std::string_view text, char quote) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool next = i + 1 < text.size();
    const bool doubled = quote == '\'' && text[i] == quote && next && text[i + 1] == quote;
    const bool escaped =
        quote == '"' && text[i] == '\\' && next && (text[i + 1] == '"' || text[i + 1] == '\\');
    if (doubled || escaped) ++i;
    out += text[i];
  }
  return out;
}

}  // namespace

Span span_of(const YamlStretch& yaml, std::size_t begin, std::size_t end) {
  return {yaml.file, static_cast<std::uint32_t>(begin),
          static_cast<std::uint32_t>(end > begin ? end - begin : 0)};
}

std::size_t line_end(const YamlStretch& yaml, std::size_t offset) {
  return std::min(yaml.text.find('\n', offset), yaml.end);
}

std::size_t line_begin(const YamlStretch& yaml, std::size_t offset) {
  while (offset > yaml.begin && yaml.text[offset - 1] != '\n') --offset;
  return offset;
}

std::optional<YamlLine> take_apart(const YamlStretch& yaml, std::size_t offset) {
  YamlLine line;
  line.begin = line_begin(yaml, offset);
  line.end = comment_start(yaml, line.begin, line_end(yaml, offset));
  while (line.end > line.begin &&
         std::string_view(" \t").find(yaml.text[line.end - 1]) != std::string_view::npos) {
    --line.end;
  }
  line.item = std::min(yaml.text.find_first_not_of(' ', line.begin), line.end);
  if (line.item == line.end || yaml.text[line.item] == '#') return std::nullopt;
  line.key = line.key_end = line.value = skip_items(yaml, line.item, line.end);
  const char first = line.key < line.end ? yaml.text[line.key] : ' ';
  std::size_t from = line.key;
  if (first == '"' || first == '\'') {
    from = std::min(closing_quote(yaml, line.key), line.end);
    if (from + 1 >= line.end || yaml.text[from + 1] != ':') from = line.end;
  } else if (std::string_view("[{&*!|>%@`#").find(first) != std::string_view::npos) {
    from = line.end;
  }
  const std::size_t colon = find_colon(yaml, from, line.end);
  if (colon == std::string_view::npos) {
    if (line.key == line.item) return std::nullopt;
    return line;
  }
  line.key_end = colon;
  line.value = std::min(yaml.text.find_first_not_of(" \t", colon + 1), line.end);
  return line;
}

std::size_t closing_quote(const YamlStretch& yaml, std::size_t offset) {
  const char quote = yaml.text[offset];
  for (std::size_t i = offset + 1; i < yaml.end; ++i) {
    if (quote == '"' && yaml.text[i] == '\\') {
      ++i;
    } else if (yaml.text[i] == quote) {
      const bool doubled = quote == '\'' && i + 1 < yaml.end && yaml.text[i + 1] == quote;
      if (!doubled) return i;
      ++i;
    }
  }
  return std::string_view::npos;
}

bool quote_closes(const YamlStretch& yaml, std::size_t offset) {
  const std::size_t close = closing_quote(yaml, offset);
  if (close == std::string_view::npos) return false;
  for (std::size_t i = offset; i < close; ++i) {
    const bool in_first_column =
        yaml.text[i] == '\n' && yaml.text[i + 1] != ' ' && yaml.text[i + 1] != '\n';
    if (in_first_column) return false;
  }
  return true;
}

std::size_t scalar_end(const YamlStretch& yaml, std::size_t offset, bool in_flow) {
  if (offset >= yaml.end) return offset;
  const char first = yaml.text[offset];
  if (first == '"' || first == '\'') {
    const std::size_t close = closing_quote(yaml, offset);
    return close == std::string_view::npos ? line_end(yaml, offset) : close + 1;
  }
  const std::size_t end = line_end(yaml, offset);
  std::size_t stop = end;
  for (std::size_t i = offset; i < end; ++i) {
    const char c = yaml.text[i];
    const bool key_ends =
        c == ':' && (i + 1 >= end || yaml.text[i + 1] == ' ' || yaml.text[i + 1] == '\t');
    const bool comment = c == '#' && i > offset && yaml.text[i - 1] == ' ';
    const bool flow_ends = in_flow && std::string_view(",]}").find(c) != std::string_view::npos;
    if (key_ends || comment || flow_ends) {
      stop = i;
      break;
    }
  }
  while (stop > offset && (yaml.text[stop - 1] == ' ' || yaml.text[stop - 1] == '\t')) --stop;
  return std::max(stop, offset + 1);
}

std::string in_quotes(std::string_view value) {
  std::string out = "\"";
  for (char c : value) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + '"';
}

std::string requote(std::string_view value) {
  const char quote = value.front();
  const bool ends = value.size() > 1 && value.back() == quote;
  const std::string_view inside = value.substr(1, value.size() - (ends ? 2 : 1));
  const bool more = inside.find(quote) != std::string_view::npos;
  // « "A" et "B" » has its quotes around words, « "Le "grand" jour" » around all.
  const std::size_t first = inside.find(quote);
  const bool closes_word = more && first > 0 && inside[first - 1] != ' ' &&
                           first + 1 < inside.size() && inside[first + 1] == ' ';
  if ((ends && !closes_word) || !more) return in_quotes(unescape(inside, quote));
  return in_quotes(value);
}

}  // namespace pes
