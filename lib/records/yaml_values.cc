#include "records/yaml_values.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "text/utf8.h"

namespace pes {

namespace {

constexpr std::size_t none = std::string_view::npos;

bool is_one_of(char c, std::string_view set) { return set.find(c) != none; }

class ValueCheck {
 public:
  ValueCheck(const YamlStretch& yaml, Diagnostics& out) : yaml_(yaml), out_(out) {}

  ValueExtent check(YamlLine& line) {
    check_value(line);
    return extent_;
  }

 private:
  void check_value(YamlLine& line) {
    const char first = yaml_.text[line.value];
    if (first == '|' || first == '>') {
      const std::string_view rest = trim(written(line.value + 1, line.end));
      if (rest.find_first_not_of("+-0123456789") == none || rest.starts_with('#')) {
        extent_.text_block = true;
        check_text_block(line);
        return;
      }
    }
    if (first == '#') {
      check_number_sign(line);
    } else if (first == '"' || first == '\'') {
      check_quote(line);
    } else if (first == '[' || first == '{') {
      check_brackets(line);
    } else if (!check_sign(line)) {
      check_colon(line);
    }
  }

  // The lines of a text block are indented like the first of them, or more. To yaml-cpp that may be
  // a blank one, and « # » in the lines that are indented less begins a comment.
  void check_text_block(const YamlLine& line) {
    const std::size_t edge = line.has_key() ? line.key - line.begin : line.indent();
    const std::size_t digit = written(line.value, line.end).substr(0, 3).find_first_of("123456789");
    std::size_t text = digit == none ? 0 : edge + std::size_t(yaml_.text[line.value + digit] - '0');
    std::vector<Edit> spaces;
    for (std::size_t at = line_end(yaml_, line.end) + 1; at < yaml_.end;) {
      const std::size_t end = line_end(yaml_, at);
      const std::size_t first = std::min(yaml_.text.find_first_not_of(' ', at), end);
      const std::size_t indent = first - at;
      if (first == end) {
        if (text == 0 && indent > 0) spaces.push_back({span_of(yaml_, at, end), ""});
      } else if (indent <= edge) {
        return;
      } else if (text == 0) {
        text = indent;
        std::erase_if(spaces, [&](const Edit& edit) { return edit.span.length <= indent; });
        if (!spaces.empty()) report_text_block(line, first, end).fix = std::exchange(spaces, {});
      } else if (indent < text) {
        Diagnostic& found = report_text_block(line, first, end);
        if (digit == none && yaml_.text[first] != '#') {
          found.fix = {{span_of(yaml_, first, first), std::string(text - indent, ' ')}};
        }
        return;
      }
      at = end + 1;
    }
  }

  Diagnostic& report_text_block(const YamlLine& line, std::size_t begin, std::size_t end) {
    return report(Rule::yaml_text_block, begin, end, {written(line.value, line.value + 1)});
  }

  // « titre: #2 » has no value to YAML, only a comment.
  void check_number_sign(YamlLine& line) {
    const std::string_view text = written(line.value, line.end);
    const std::size_t after = text.find_first_not_of("#0123456789");
    const bool number = after == none || text[after] == ' ';
    if (!number || goes_on(line)) {
      line.value = line.end;
      return;
    }
    report(Rule::yaml_hash_in_value, line.value, line.end).replace_with(in_quotes(text));
  }

  void check_quote(const YamlLine& line) {
    const std::size_t close = closing_quote(yaml_, line.value);
    if (quote_closes(yaml_, line.value)) {
      const std::string_view rest =
          close < line.end ? trim(written(close + 1, line.end)) : std::string_view();
      const bool key = rest.starts_with(':');
      if (close >= line.end) extent_.resume_at = close + 1;
      if (rest.empty() || rest.front() == '#' || key) return;
    }
    Diagnostic& found = report(Rule::yaml_unclosed_quote, line.value, line.end);
    if (!goes_on(line)) found.replace_with(requote(written(line.value, line.end)));
  }

  // Where the bracket that opens at `at` closes before `end`, or npos.
  [[nodiscard]] std::size_t closing_bracket(std::size_t at, std::size_t end) const {
    int depth = 0;
    for (; at < end; ++at) {
      const char c = yaml_.text[at];
      if (is_one_of(c, "\"'") && is_one_of(yaml_.text[at - 1], " [{,:")) {
        at = std::min(closing_quote(yaml_, at), end);
      } else if (is_one_of(c, "[{")) {
        ++depth;
      } else if (is_one_of(c, "]}") && --depth == 0) {
        return at;
      }
    }
    return none;
  }

  // The first bracket of a stretch that closes nothing which it opens, or npos.
  [[nodiscard]] std::size_t surplus_bracket(std::size_t at, std::size_t end) const {
    int depth = 0;
    for (; at < end; ++at) {
      if (is_one_of(yaml_.text[at], "[{")) ++depth;
      if (is_one_of(yaml_.text[at], "]}") && --depth < 0) return at;
    }
    return none;
  }

  // A value that goes on below can only be mended by its author.
  [[nodiscard]] bool goes_on(const YamlLine& line) const {
    const std::size_t next = line_end(yaml_, line.end) + 1;
    if (next >= yaml_.end) return false;
    const std::size_t after = yaml_.text.find_first_not_of(" \n", next);
    if (after >= yaml_.end || yaml_.text[after] == '#') return false;
    const std::size_t column = after - line_begin(yaml_, after);
    const auto below = take_apart(yaml_, after);
    const bool item = below && below->item < below->key;
    return column > line.indent() &&
           !(below && below->has_key() && column == line.key - line.begin) &&
           !(item && line.item < line.key && column <= line.indent());
  }

  // Where the next field or item of the same level begins, which no bracket reaches over.
  [[nodiscard]] std::size_t next_of_level(const YamlLine& line) const {
    std::size_t at = line_end(yaml_, line.end) + 1;
    for (; at < yaml_.end; at = line_end(yaml_, at) + 1) {
      const auto below = take_apart(yaml_, at);
      const bool begins = below && (below->has_key() || below->item < below->key);
      if (begins && below->indent() <= line.indent()) return at;
    }
    return yaml_.end;
  }

  void check_brackets(const YamlLine& line) {
    const char first = yaml_.text[line.value];
    const std::size_t close = closing_bracket(line.value, line.end);
    if (close != none) {
      const std::string_view rest = trim(written(close + 1, line.end));
      if (rest.empty() || rest.front() == '#' || rest.front() == ':') return;
      if (const std::size_t surplus = surplus_bracket(close + 1, line.end); surplus != none) {
        report(Rule::yaml_surplus_bracket, surplus, surplus + 1, {written(surplus, surplus + 1)});
        return;
      }
      Diagnostic& found =
          report(Rule::yaml_tag, line.value, line.end, {std::string_view(&first, 1)});
      // « [Reportage] Une journée » is a text, « [un, deux] trois » perhaps a list.
      const bool words = written(line.value, close).find_first_of(",:") == none;
      if (words && !goes_on(line)) found.replace_with(in_quotes(written(line.value, line.end)));
      return;
    }
    const std::size_t further = closing_bracket(line.value, next_of_level(line));
    if (further != none) {
      extent_.resume_at = further + 1;
      return;
    }
    const std::string_view value = written(line.value, line.end);
    const bool simple = value.size() > 1 && value.find_first_of("[{\"'", 1) == none;
    Diagnostic& found = report(Rule::yaml_unclosed_bracket, line.value, line.end,
                               {std::string_view(&first, 1), first == '[' ? "]" : "}"});
    if (simple && !goes_on(line)) {
      found.replace_with(std::string(value) + (first == '[' ? ']' : '}'));
    }
  }

  // « titre: *Important* » and « titre: @chose »: signs that mean something to YAML.
  bool check_sign(const YamlLine& line) {
    const std::string_view value = written(line.value, line.end);
    const char first = value.front();
    const bool spaced = value.size() > 1 && value[1] == ' ';
    const bool words = value.find(' ') != none;
    const bool meant = is_one_of(first, "@`%,|>]}") || (is_one_of(first, "-?") && spaced) ||
                       (first == '!' && words && value[1] != '!') || (first == '&' && spaced) ||
                       (first == '*' && (words || value.ends_with('*')));
    if (!meant) return false;
    const bool anchor = first == '*' || first == '&';
    Diagnostic& found = anchor ? report(Rule::yaml_anchor, line.value, line.end)
                               : report(Rule::yaml_tag, line.value, line.end, {value.substr(0, 1)});
    if (!goes_on(line)) found.replace_with(in_quotes(value));
    return true;
  }

  // « titre: Besançon : la ville »
  void check_colon(const YamlLine& line) {
    const std::string_view value = written(line.value, line.end);
    const bool colon = value.find(": ") != none || value.ends_with(':');
    if (!line.has_key() || !colon || is_one_of(value.front(), "*&!")) return;
    Diagnostic& found =
        report(Rule::yaml_colon_in_value, line.value, line.end, {written(line.key, line.key_end)});
    if (!goes_on(line)) found.replace_with(in_quotes(value));
  }

  [[nodiscard]] std::string_view written(std::size_t begin, std::size_t end) const {
    return yaml_.text.substr(begin, end - begin);
  }

  Diagnostic& report(Rule rule, std::size_t begin, std::size_t end, std::vector<Arg> args = {}) {
    return out_.add(rule, span_of(yaml_, begin, end), std::move(args));
  }

  const YamlStretch& yaml_;
  Diagnostics& out_;
  ValueExtent extent_;
};

}  // namespace

ValueExtent check_value(const YamlStretch& yaml, YamlLine& line, Diagnostics& out) {
  return ValueCheck(yaml, out).check(line);
}

}  // namespace pes
