#include "records/yaml_mistakes.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>
#include <vector>

#include "text/utf8.h"

namespace pes {

namespace {

constexpr std::size_t none = std::string_view::npos;

bool is_one_of(char c, std::string_view set) { return set.find(c) != none; }

// What word processors put at the start of a list item.
constexpr std::array<std::string_view, 5> bullets = {"– ", "— ", "• ", "· ", "* "};

// « key » with hyphens and underscores, as the fields are named.
bool is_word(std::string_view text) {
  if (text.empty() || is_one_of(text.front(), "0123456789-")) return false;
  return text.find_first_of(" \t\"'[]{},#&*!|>%@`:/") == none;
}

std::string unescape(std::string_view text, char quote) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool next = i + 1 < text.size();
    const bool doubled = quote == '\'' && text[i] == quote && next && text[i + 1] == quote;
    const bool escaped = quote == '"' && text[i] == '\\' && next && is_one_of(text[i + 1], "\"\\");
    if (doubled || escaped) ++i;
    out += text[i];
  }
  return out;
}

// Reads the lines of one stretch from top to bottom.
class LineCheck {
 public:
  LineCheck(const YamlStretch& yaml, Diagnostics& out) : yaml_(yaml), out_(out) {}

  void run() {
    for_each_line(yaml_, [&](std::size_t begin, std::size_t end) {
      if (begin >= resume_at_) check(begin, end);
      return true;
    });
  }

 private:
  [[nodiscard]] std::string_view written(std::size_t begin, std::size_t end) const {
    return yaml_.text.substr(begin, end - begin);
  }

  Diagnostic& report(Rule rule, std::size_t begin, std::size_t end, std::vector<Arg> args = {}) {
    return out_.add(rule, span_of(yaml_, begin, end), std::move(args));
  }

  void check(std::size_t begin, std::size_t end) {
    const std::string_view whole = written(begin, end);
    if (trim(whole).empty()) return;
    const std::size_t indent = std::min(whole.find_first_not_of(' '), whole.size());
    if (block_indent_ != none && indent > block_indent_) return;
    block_indent_ = none;
    if (check_spaces(begin, end) || check_document(begin, end)) return;
    if (check_item(begin + indent, end) || check_glued_key(begin + indent, end)) return;
    auto line = take_apart(yaml_, begin);
    if (line && is_comment(*line)) line->value = line->end;
    if (!line) {
      check_continuation(begin + indent, end);
      return;
    }
    check_indentation(*line);
    if (line->has_value()) check_value(*line);
    if (line->has_key()) last_ = *line;
    last_item_ = line->item < line->key ? line->indent() : none;
  }

  // Tabs and no-break spaces in the indentation, after a hyphen, and on both sides of a colon.
  bool check_spaces(std::size_t begin, std::size_t end) {
    const std::size_t before = out_.all().size();
    std::size_t at = begin;
    const auto skip = [&](bool tabs_count) {
      while (at < end) {
        const std::size_t start = at;
        const char32_t c = next_character(yaml_.text, at);
        if (!is_space(c) && c != U'\t') {
          at = start;
          return;
        }
        if (c == U' ') continue;
        if (c == U'\t' && !tabs_count) continue;
        report(c == U'\t' ? Rule::yaml_tab : Rule::yaml_space, start, at)
            .replace_with(c == U'\t' ? "  " : " ");
      }
    };
    skip(true);
    if (at < end && yaml_.text[at] == '-') {
      ++at;
      skip(false);
    }
    const std::size_t colon = yaml_.text.find(':', at);
    if (colon < end) {
      std::size_t key_end = at;
      while (key_end < colon) {
        std::size_t next = key_end;
        if (is_space(next_character(yaml_.text, next))) break;
        key_end = next;
      }
      if (is_word(written(at, key_end)) && trim(written(key_end, colon)).empty()) {
        at = key_end;
        skip(false);
        at = colon + 1;
        skip(false);
      }
    }
    return out_.all().size() > before;
  }

  bool check_document(std::size_t begin, std::size_t end) {
    const std::string_view line = written(begin, end);
    const bool started = std::exchange(started_, true);
    if (line.starts_with('%')) {
      report(Rule::yaml_directive, begin, end, {line.substr(0, line.find(' '))});
      return true;
    }
    if (trim(line) == "..." || (started && (line == "---" || line.starts_with("--- ")))) {
      report(Rule::yaml_several_documents, begin, end);
      return true;
    }
    return false;
  }

  // Whether a list item may stand at this indentation: below a key without value, or another item.
  [[nodiscard]] bool expects_item(std::size_t indent) const {
    if (last_item_ != none && indent == last_item_) return true;
    return last_ && !last_->has_value() && indent >= last_->indent();
  }

  // « -texte » and « • texte »
  bool check_item(std::size_t at, std::size_t end) {
    const std::size_t indent = at - line_begin(yaml_, at);
    if (!expects_item(indent)) return false;
    const std::string_view text = written(at, end);
    std::size_t sign = 0;
    for (const std::string_view bullet : bullets) {
      if (text.starts_with(bullet)) sign = bullet.size() - 1;
    }
    const bool glued = text.size() > 1 && text[0] == '-' && !is_one_of(text[1], " -0123456789\t");
    if (sign == 0 && !glued) return false;
    report(Rule::yaml_list_item, at, end)
        .replace_with("-" + std::string(glued ? " " : "") +
                      std::string(text.substr(std::max<std::size_t>(sign, 1))));
    return true;
  }

  // « titre:Bilan »
  bool check_glued_key(std::size_t at, std::size_t end) {
    if (yaml_.text.substr(at).starts_with("- ")) at += 2;
    const std::size_t colon = yaml_.text.find(':', at);
    if (colon >= end || colon + 1 == end || is_one_of(yaml_.text[colon + 1], " \t/:")) return false;
    const std::size_t column = at - line_begin(yaml_, at);
    const bool key_expected = !last_ || !last_->has_value() || column <= column_of(*last_);
    if (!is_word(written(at, colon)) || !key_expected) return false;
    Diagnostic& found = report(Rule::yaml_missing_space, at, end, {written(at, colon)});
    found.fix = {{span_of(yaml_, colon + 1, colon + 1), " "}};
    return true;
  }

  [[nodiscard]] bool is_comment(const YamlLine& line) const {
    if (!line.has_value() || yaml_.text[line.value] != '#') return false;
    return line.value + 1 >= line.end || !is_one_of(yaml_.text[line.value + 1], "0123456789");
  }

  // A line without a colon goes on with the value above, unless it stands where a key should.
  void check_continuation(std::size_t at, std::size_t end) {
    if (is_one_of(yaml_.text[at], "#?:\"'[{") || !last_ || !last_->has_value() ||
        last_item_ != none)
      return;
    if (at - line_begin(yaml_, at) > column_of(*last_)) return;
    report(Rule::yaml_syntax, at, end);
  }

  static std::size_t column_of(const YamlLine& line) { return line.key - line.begin; }

  // A key stands below another, or below the one that it belongs to.
  void check_indentation(const YamlLine& line) {
    const std::size_t column = column_of(line);
    const std::size_t edge = line.indent();
    const bool is_item = line.item < line.key;
    if (!line.has_key() || is_item) {
      while (!columns_.empty() && columns_.back() > edge) columns_.pop_back();
      if (line.has_key()) columns_.push_back(column);
      return;
    }
    const bool deeper = columns_.empty() || column > columns_.back();
    if (deeper && last_ && last_->has_value()) {
      realign(line, columns_.back());
    } else if (deeper) {
      columns_.push_back(column);
    } else {
      const std::size_t sibling = columns_.back();
      while (!columns_.empty() && columns_.back() > column) columns_.pop_back();
      if (columns_.empty() || columns_.back() == column) return;
      columns_.push_back(sibling);
      realign(line, sibling);
    }
  }

  void realign(const YamlLine& line, std::size_t column) {
    Diagnostic& found =
        report(Rule::yaml_indentation, line.key, line.end,
               {written(line.key, line.key_end), written(last_->key, last_->key_end)});
    found.fix = {{span_of(yaml_, line.begin, line.key), std::string(column, ' ')}};
  }

  void check_value(const YamlLine& line) {
    const char first = yaml_.text[line.value];
    if (first == '|' || first == '>') {
      const std::string_view rest = trim(written(line.value + 1, line.end));
      if (rest.find_first_not_of("+-0123456789") == none || rest.starts_with('#')) {
        block_indent_ = line.has_key() && line.item == line.key ? line.indent() : column_of(line);
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

  // « titre: #2 » has no value to YAML, only a comment.
  void check_number_sign(const YamlLine& line) {
    report(Rule::yaml_hash_in_value, line.value, line.end)
        .replace_with(in_quotes(written(line.value, line.end)));
  }

  void check_quote(const YamlLine& line) {
    const std::size_t close = closing_quote(yaml_, line.value);
    if (quote_closes(yaml_, line.value)) {
      const std::string_view rest =
          close < line.end ? trim(written(close + 1, line.end)) : std::string_view();
      const bool key = rest.starts_with(':');
      if (close >= line.end) resume_at_ = close + 1;
      if (rest.empty() || rest.front() == '#' || key) return;
    }
    report(Rule::yaml_unclosed_quote, line.value, line.end)
        .replace_with(requote(written(line.value, line.end)));
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

  void check_brackets(const YamlLine& line) {
    const char first = yaml_.text[line.value];
    const std::size_t close = closing_bracket(line.value, line.end);
    if (close != none) {
      const std::string_view rest = trim(written(close + 1, line.end));
      if (rest.empty() || rest.front() == '#' || rest.front() == ':') return;
      report(Rule::yaml_tag, line.value, line.end, {std::string_view(&first, 1)})
          .replace_with(in_quotes(written(line.value, line.end)));
      return;
    }
    const std::size_t further = closing_bracket(line.value, yaml_.end);
    const auto next = line_end(yaml_, line.end) < yaml_.end
                          ? take_apart(yaml_, line_end(yaml_, line.end) + 1)
                          : std::nullopt;
    const bool ends_here = !next || next->indent() <= line.indent();
    if (further != none && !ends_here) {
      resume_at_ = further + 1;
      return;
    }
    if (!ends_here) return;
    const std::string_view value = written(line.value, line.end);
    const bool nested = value.find_first_of("[{", 1) != none;
    Diagnostic& found = report(Rule::yaml_unclosed_bracket, line.value, line.end,
                               {std::string_view(&first, 1), first == '[' ? "]" : "}"});
    if (!nested && value.size() > 1)
      found.replace_with(std::string(value) + (first == '[' ? ']' : '}'));
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
    found.replace_with(in_quotes(value));
    return true;
  }

  // « titre: Besançon : la ville »
  void check_colon(const YamlLine& line) {
    const std::size_t comment = yaml_.text.find(" #", line.value);
    const std::size_t end = std::min(comment, line.end);
    const std::string_view value = trim(written(line.value, end));
    const bool colon = value.find(": ") != none || value.ends_with(':');
    if (!line.has_key() || !colon || is_one_of(value.front(), "*&!")) return;
    report(Rule::yaml_colon_in_value, line.value, line.value + value.size(),
           {written(line.key, line.key_end)})
        .replace_with(in_quotes(value));
  }

  const YamlStretch& yaml_;
  Diagnostics& out_;
  bool started_ = false;
  std::optional<YamlLine> last_;      // the last line with a key
  std::size_t last_item_ = none;      // indentation of the line before, if it was a list item
  std::vector<std::size_t> columns_;  // of the keys that are open
  std::size_t block_indent_ = none;   // of the key whose text block is open
  std::size_t resume_at_ = 0;         // past a value of several lines
};

}  // namespace

void check_lines(const YamlStretch& yaml, Diagnostics& out) { LineCheck(yaml, out).run(); }

void report_syntax_error(const YamlStretch& yaml, std::size_t offset, Diagnostics& out) {
  offset = std::clamp(offset, yaml.begin, yaml.end);
  if (offset == yaml.end && offset > yaml.begin) --offset;
  const std::size_t begin = line_begin(yaml, offset);
  const std::size_t first = std::min(yaml.text.find_first_not_of(' ', begin), yaml.end);
  out.add(Rule::yaml_syntax, span_of(yaml, first, line_end(yaml, offset)));
}

std::string requote(std::string_view value) {
  const char quote = value.front();
  const bool ends = value.size() > 1 && value.back() == quote;
  const std::string_view inside = value.substr(1, value.size() - (ends ? 2 : 1));
  const bool more = inside.find(quote) != none;
  if (ends || !more) return in_quotes(unescape(inside, quote));
  return in_quotes(unescape(value, quote));
}

}  // namespace pes
