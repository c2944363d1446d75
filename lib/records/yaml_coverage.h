#pragma once

#include <cstddef>
#include <string_view>

#include "diagnostics/diagnostic.h"
#include "records/yaml_lines.h"

namespace pes {

/// Follows a parser through its text and finds what it passed over: a parser may stop early, skip
/// what it does not expect, or take a sign in a word for a comment, and a field would be lost
/// without a sound.
///
/// Between two scalars only the signs of YAML may stand (`- : , [ ] { } ?`), spaces, words for
/// nothing (`~`, `null`), and comments, after a space or at the beginning of a line.
class YamlCoverage {
 public:
  explicit YamlCoverage(const YamlStretch& yaml) : yaml_(yaml), read_(yaml.begin) {}

  /// The parser has read the scalar that begins at `offset` and means `value`.
  ///
  /// Shape: rising offsets; the mark of the scalar, which is its quote or, of a text block, its
  ///        sign.
  void take(std::size_t offset, std::string_view value, Diagnostics& out);

  /// The parser has read everything that it will read.
  void finish(Diagnostics& out) { check_gap(yaml_.end, out); }

 private:
  void check_gap(std::size_t end, Diagnostics& out);
  [[nodiscard]] bool skip_null(std::size_t end);
  void skip_block_header();
  void match(std::string_view value, Diagnostics& out);

  YamlStretch yaml_;
  std::size_t read_;   // everything before is accounted for
  bool lost_ = false;  // one finding is enough: what follows may be read wrongly
};

}  // namespace pes
