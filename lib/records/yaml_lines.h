#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "diagnostics/source.h"

namespace pes {

/// The stretch of YAML that staff have written, inside a source file.
///
/// Units: bytes of `text`.
struct YamlStretch {
  FileId file = no_file;
  std::string_view text;  ///< The whole file.
  std::size_t begin = 0;
  std::size_t end = 0;
};

Span span_of(const YamlStretch& yaml, std::size_t begin, std::size_t end);

/// First byte of the line that holds `offset`, and the byte after its last.
std::size_t line_begin(const YamlStretch& yaml, std::size_t offset);
std::size_t line_end(const YamlStretch& yaml, std::size_t offset);

/// Calls `visit(begin, end)` for each line until it returns false.
template <typename Visit>
void for_each_line(const YamlStretch& yaml, Visit visit) {
  for (std::size_t at = yaml.begin; at < yaml.end;) {
    const std::size_t end = line_end(yaml, at);
    if (!visit(at, end)) return;
    at = end + 1;
  }
}

/// A line « key: value », « - value » or « - key: value » taken apart.
///
/// Shape: rising offsets; without a key `key == key_end`, without a value `value == end`. Spaces at
///        the end of the line belong to none, nor does a comment.
struct YamlLine {
  std::size_t begin = 0;
  std::size_t item = 0;  ///< The hyphen, else the first character.
  std::size_t key = 0;
  std::size_t key_end = 0;
  std::size_t value = 0;
  std::size_t end = 0;

  [[nodiscard]] std::size_t indent() const { return item - begin; }
  [[nodiscard]] bool has_key() const { return key_end > key; }
  [[nodiscard]] bool has_value() const { return value < end; }
};

/// The line that holds `offset`; nothing for blank lines, comments and lines of another form.
std::optional<YamlLine> take_apart(const YamlStretch& yaml, std::size_t offset);

/// End of the scalar that starts at `offset`, as written: past its closing quote, or before the
/// comment or the end of the line; in brackets, before what ends it there.
std::size_t scalar_end(const YamlStretch& yaml, std::size_t offset, bool in_flow);

/// Where the quote that opens at `offset` closes, or npos.
std::size_t closing_quote(const YamlStretch& yaml, std::size_t offset);

/// True if the quote at `offset` closes before a line starts in the first column.
bool quote_closes(const YamlStretch& yaml, std::size_t offset);

/// A value between straight double quotes.
std::string in_quotes(std::string_view value);

/// What `value`, which starts with a quote that does not close where it should, was meant to be.
std::string requote(std::string_view value);

}  // namespace pes
