#include "records/yaml_mistakes.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>
#include <vector>

#include "records/yaml_items.h"
#include "records/yaml_values.h"
#include "text/utf8.h"

namespace pes {

namespace {

constexpr std::size_t none = std::string_view::npos;

bool is_one_of(char c, std::string_view set) { return set.find(c) != none; }

// What word processors put at the start of a list item.
constexpr std::array<std::string_view, 5> bullets = {"–", "—", "•", "·", "*"};

// « key » with hyphens and underscores, as the fields are named.
bool is_word(std::string_view text) {
  if (text.empty() || is_one_of(text.front(), "0123456789-")) return false;
  return text.find_first_of(" \t\"'[]{},#&*!|>%@`:/") == none;
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
    if (trim(whole).empty()) {
      if (whole.find('\t') != none) report(Rule::yaml_tab, begin, end).replace_with("");
      return;
    }
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
    check_items(yaml_, *line, out_);
    check_indentation(*line);
    if (line->has_value()) {
      const ValueExtent extent = check_value(yaml_, *line, out_);
      resume_at_ = std::max(resume_at_, extent.resume_at);
      if (extent.text_block) block_indent_ = line->has_key() ? column_of(*line) : line->indent();
    }
    if (line->has_key() || !line->has_value()) last_ = *line;
    if (line->item < line->key) {
      last_item_ = line->indent();
    } else if (last_item_ != none && line->indent() <= last_item_) {
      last_item_ = none;
    }
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
    const std::size_t colon = begin + written(begin, end).find(':', at - begin);
    if (colon >= at && colon < end) {
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
    const bool started = started_;
    started_ = started_ || !trim(line).starts_with('#');
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
      std::size_t next = bullet.size();
      if (!text.starts_with(bullet) || next >= text.size()) continue;
      if (text[next] == '\t' || is_space(next_character(text, next))) sign = bullet.size();
    }
    const bool glued = text.size() > 1 && text[0] == '-' && !is_one_of(text[1], " -0123456789\t");
    if (sign == 0 && !glued) return false;
    Diagnostic& found = report(Rule::yaml_list_item, at, end);
    if (glued) {
      found.fix = {{span_of(yaml_, at + 1, at + 1), " "}};
    } else {
      std::size_t after = sign;
      if (text[after] == '\t') {
        ++after;
      } else {
        next_character(text, after);
      }
      found.fix = {{span_of(yaml_, at, at + after), "- "}};
    }
    return true;
  }

  // « titre:Bilan »
  bool check_glued_key(std::size_t at, std::size_t end) {
    const std::size_t colon = at + std::min(written(at, end).find(':'), end - at);
    if (colon >= end || colon + 1 == end || is_one_of(yaml_.text[colon + 1], " \t/:")) return false;
    // « 12:30 » and « voir:ici » can be texts below a key; a figure cannot.
    const bool first_column = at == line_begin(yaml_, at);
    if (!first_column && !is_one_of(yaml_.text[colon + 1], "0123456789")) return false;
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
    if (columns_.empty() && last_) {
      // To the left of every field above: the parser would drop it without a word.
      report(Rule::yaml_syntax, line.key, line.end);
    } else if (deeper && last_ && last_->has_value()) {
      // A text that goes on with « un but : » is no key out of line.
      if (is_word(written(line.key, line.key_end))) realign(line, columns_.back());
    } else if (deeper) {
      columns_.push_back(column);
    } else {
      const std::size_t sibling = columns_.back();
      const std::size_t outermost = columns_.front();
      while (!columns_.empty() && columns_.back() > column) columns_.pop_back();
      if (columns_.empty()) move_above(line, outermost - column);
      if (columns_.empty() || columns_.back() == column) return;
      columns_.push_back(sibling);
      if (is_word(written(line.key, line.key_end))) realign(line, sibling);
    }
  }

  // To the left of every field above, where a parser stops without a word: those are moved to it.
  void move_above(const YamlLine& line, std::size_t by) {
    columns_.push_back(line.key - line.begin);
    if (std::exchange(moved_above_, true)) return;  // the next round finds the others
    Diagnostic& found =
        report(Rule::yaml_indentation, line.key, line.end,
               {written(line.key, line.key_end), written(last_->key, last_->key_end)});
    for_each_line(yaml_, [&](std::size_t begin, std::size_t end) {
      const std::size_t text = std::min(yaml_.text.find_first_not_of(' ', begin), end);
      const std::size_t spaces = std::min(text - begin, by);
      if (begin < line.begin && spaces > 0) {
        found.fix.push_back({span_of(yaml_, begin, begin + spaces), ""});
      }
      return begin < line.begin;
    });
  }

  void realign(const YamlLine& line, std::size_t column) {
    Diagnostic& found =
        report(Rule::yaml_indentation, line.key, line.end,
               {written(line.key, line.key_end), written(last_->key, last_->key_end)});
    found.fix = {{span_of(yaml_, line.begin, line.key), std::string(column, ' ')}};
  }

  const YamlStretch& yaml_;
  Diagnostics& out_;
  bool started_ = false;
  std::optional<YamlLine> last_;      // the last line with a key
  std::size_t last_item_ = none;      // indentation of the list that is open
  std::vector<std::size_t> columns_;  // of the keys that are open
  std::size_t block_indent_ = none;   // of the key whose text block is open
  std::size_t resume_at_ = 0;         // past a value of several lines
  bool moved_above_ = false;
};

}  // namespace

void check_lines(const YamlStretch& yaml, Diagnostics& out) { LineCheck(yaml, out).run(); }

bool report_escape(const YamlStretch& yaml, std::size_t backslash, Diagnostics& out) {
  if (backslash + 1 >= yaml.end || yaml.text[backslash] != '\\') return false;
  std::size_t end = backslash + 1;
  next_character(yaml.text, end);
  const std::string_view written = yaml.text.substr(backslash, end - backslash);
  const std::string meant = written == "\\'" ? "'" : fmt::format("\\{}", written);
  out.add(Rule::yaml_escape, span_of(yaml, backslash, end), {written}).replace_with(meant);
  return true;
}

void report_syntax_error(const YamlStretch& yaml, std::size_t offset, Diagnostics& out) {
  offset = std::clamp(offset, yaml.begin, yaml.end);
  if (offset == yaml.end && offset > yaml.begin) --offset;
  const std::size_t begin = line_begin(yaml, offset);
  const std::size_t first = std::min(yaml.text.find_first_not_of(' ', begin), yaml.end);
  out.add(Rule::yaml_syntax, span_of(yaml, first, line_end(yaml, offset)));
}

}  // namespace pes
