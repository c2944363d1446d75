#include "records/yaml_mistakes.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "text/utf8.h"

namespace pes {

namespace {

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

// Calls `visit(begin, end)` for each line until it returns false.
template <typename Visit>
void for_each_line(const YamlStretch& yaml, Visit visit) {
  for (std::size_t at = yaml.begin; at < yaml.end;) {
    const std::size_t end = line_end(yaml, at);
    if (!visit(at, end)) return;
    at = end + 1;
  }
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

// A line « key: value » taken apart.
struct Line {
  std::size_t key = 0;
  std::size_t key_end = 0;
  std::size_t value = 0;
  std::size_t end = 0;
};

std::optional<Line> take_apart(const YamlStretch& yaml, std::size_t offset) {
  const std::size_t begin = line_begin(yaml, offset);
  const std::size_t end = line_end(yaml, offset);
  const std::size_t key = yaml.text.find_first_not_of(" -", begin);
  const std::size_t colon = yaml.text.find(':', begin);
  if (key >= end || colon >= end || colon < key) return std::nullopt;
  const std::size_t value = std::min(yaml.text.find_first_not_of(" \t", colon + 1), end);
  return Line{key, colon, value, end};
}

std::string in_quotes(std::string_view value) {
  std::string out = "\"";
  for (char c : value) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + '"';
}

// « titre: Besançon : la ville »
bool explain_colon(const YamlStretch& yaml, const Line& line, Diagnostics& out) {
  const std::string_view value = yaml.text.substr(line.value, line.end - line.value);
  if (value.empty() || std::string_view("\"'[{|>").find(value.front()) != std::string_view::npos) {
    return false;
  }
  if (value.find(": ") == std::string_view::npos && !value.ends_with(':')) return false;
  out.add(Rule::yaml_colon_in_value, span_of(yaml, line.value, line.end),
          {yaml.text.substr(line.key, line.key_end - line.key)})
      .replacement = in_quotes(trim(value));
  return true;
}

// « titre: *Important* » and « titre: @chose »: signs that mean something to YAML.
bool explain_sign(const YamlStretch& yaml, const Line& line, Diagnostics& out) {
  if (line.value >= line.end) return false;
  const char first = yaml.text[line.value];
  if (std::string_view("*&@`%!").find(first) == std::string_view::npos) return false;
  const std::string_view value = yaml.text.substr(line.value, line.end - line.value);
  const Span span = span_of(yaml, line.value, line.end);
  const bool anchor = first == '*' || first == '&';
  Diagnostic& found = anchor ? out.add(Rule::yaml_anchor, span)
                             : out.add(Rule::yaml_tag, span, {value.substr(0, 1)});
  found.replacement = in_quotes(trim(value));
  return true;
}

// A quote that opens on this line or above and swallows what follows, or closes too early.
bool explain_quote(const YamlStretch& yaml, std::size_t offset, Diagnostics& out) {
  bool found = false;
  for_each_line(yaml, [&](std::size_t begin, std::size_t end) {
    if (begin > offset) return false;
    const auto line = take_apart(yaml, begin);
    if (!line || line->value >= end) return true;
    const char first = yaml.text[line->value];
    if (first != '"' && first != '\'') return true;
    const std::size_t close = closing_quote(yaml, line->value);
    const std::string_view rest =
        close < end ? trim(yaml.text.substr(close + 1, end - close - 1)) : std::string_view{};
    const bool early = !rest.empty() && rest.front() != '#';
    if (early || !quote_closes(yaml, line->value)) {
      out.add(Rule::yaml_unclosed_quote, span_of(yaml, line->value, end));
      found = true;
    }
    return !found;
  });
  return found;
}

}  // namespace

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

std::size_t scalar_end(const YamlStretch& yaml, std::size_t offset) {
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
    const bool key_ends = c == ':' && (i + 1 >= end || yaml.text[i + 1] == ' ');
    const bool comment = c == '#' && i > offset && yaml.text[i - 1] == ' ';
    if (key_ends || comment) {
      stop = i;
      break;
    }
  }
  while (stop > offset && (yaml.text[stop - 1] == ' ' || yaml.text[stop - 1] == '\t')) --stop;
  return std::max(stop, offset + 1);
}

bool check_lines(const YamlStretch& yaml, Diagnostics& out) {
  bool fine = true;
  bool started = false;
  for_each_line(yaml, [&](std::size_t begin, std::size_t end) {
    const std::string_view line = yaml.text.substr(begin, end - begin);
    const std::size_t indent = line.find_first_not_of(' ');
    if (indent != std::string_view::npos && line[indent] == '\t' &&
        line.find_first_not_of(" \t") != std::string_view::npos) {
      out.add(Rule::yaml_tab, span_of(yaml, begin + indent, begin + indent + 1));
      fine = false;
    } else if (line.starts_with('%')) {
      out.add(Rule::yaml_directive, span_of(yaml, begin, end), {line.substr(0, line.find(' '))});
      fine = false;
    } else if (trim(line) == "..." || (started && (line == "---" || line.starts_with("--- ")))) {
      out.add(Rule::yaml_several_documents, span_of(yaml, begin, end));
      fine = false;
    }
    started = started || !trim(line).empty();
    return true;
  });
  return fine;
}

void explain_syntax_error(const YamlStretch& yaml, std::size_t offset, Diagnostics& out) {
  offset = std::clamp(offset, yaml.begin, yaml.end);
  if (offset == yaml.end && offset > yaml.begin) --offset;
  if (explain_quote(yaml, offset, out)) return;
  const auto line = take_apart(yaml, offset);
  if (line && (explain_sign(yaml, *line, out) || explain_colon(yaml, *line, out))) return;
  const std::size_t begin = line_begin(yaml, offset);
  const std::size_t first = std::min(yaml.text.find_first_not_of(' ', begin), yaml.end);
  out.add(Rule::yaml_syntax, span_of(yaml, first, line_end(yaml, offset)));
}

}  // namespace pes
