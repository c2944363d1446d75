#include "records/yaml_coverage.h"

#include <algorithm>
#include <array>

#include "records/yaml_mistakes.h"

namespace pes {

namespace {

constexpr std::string_view blank = " \t\n";

bool is_one_of(char c, std::string_view set) { return set.find(c) != std::string_view::npos; }

}  // namespace

// A word that YAML takes for no value.
bool YamlCoverage::skip_null(std::size_t end) {
  constexpr auto words = std::to_array<std::string_view>({"~", "null", "Null", "NULL"});
  const std::string_view rest = yaml_.text.substr(read_, end - read_);
  for (const std::string_view word : words) {
    const bool ends = rest.size() == word.size() ||
                      (rest.size() > word.size() && is_one_of(rest[word.size()], " \t\n,]}:"));
    if (!rest.starts_with(word) || !ends) continue;
    read_ += word.size();
    return true;
  }
  return false;
}

void YamlCoverage::check_gap(std::size_t end, Diagnostics& out) {
  while (read_ < end && !lost_) {
    const char c = yaml_.text[read_];
    if (c == '#') {
      const bool apart = read_ == yaml_.begin || is_one_of(yaml_.text[read_ - 1], blank);
      if (!apart) {
        out.add(Rule::yaml_glued_comment, span_of(yaml_, read_, line_end(yaml_, read_))).fix = {
            {span_of(yaml_, read_, read_), " "}};
      }
      read_ = line_end(yaml_, read_);
    } else if (is_one_of(c, blank) || is_one_of(c, "-:,[]{}?")) {
      ++read_;
    } else if (!skip_null(end)) {
      report_syntax_error(yaml_, read_, out);
      lost_ = true;
    }
  }
}

// « |- », « >2 »
void YamlCoverage::skip_block_header() {
  while (read_ < yaml_.end && is_one_of(yaml_.text[read_], "|>+-0123456789")) ++read_;
}

// A plain text or a text block has the signs of its value, in lines and spaces of its own.
void YamlCoverage::match(std::string_view value, Diagnostics& out) {
  for (const char c : value) {
    if (is_one_of(c, blank)) continue;
    while (read_ < yaml_.end && is_one_of(yaml_.text[read_], blank)) ++read_;
    if (read_ < yaml_.end && yaml_.text[read_] == c) {
      ++read_;
      continue;
    }
    report_syntax_error(yaml_, read_, out);
    lost_ = true;
    return;
  }
}

void YamlCoverage::take(std::size_t offset, std::string_view value, Diagnostics& out) {
  check_gap(offset, out);
  if (lost_ || offset >= yaml_.end) return;
  read_ = std::max(read_, offset);
  const char first = yaml_.text[offset];
  if (first == '"' || first == '\'') {
    const std::size_t close = closing_quote(yaml_, offset);
    read_ = close == std::string_view::npos ? yaml_.end : close + 1;
    return;
  }
  if (first == '|' || first == '>') {
    skip_block_header();
    check_gap(line_end(yaml_, read_), out);
  }
  match(value, out);
}

}  // namespace pes
