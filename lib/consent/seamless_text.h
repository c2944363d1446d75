#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "consent/text_words.h"

namespace pes {

/// A text without what cuts its words: see without_seams().
struct SeamlessText {
  struct Seam {
    std::size_t place = 0;  ///< In the seamless text.
    std::size_t begin = 0;  ///< In the text itself.
    std::size_t end = 0;
  };
  std::string text;
  std::vector<Seam> seams;  ///< By rising place.

  /// Where the character at a place of the seamless text begins in the text itself.
  [[nodiscard]] std::size_t begin_of(std::size_t place) const;
  /// Where one ends that ends at `place`, above 0.
  [[nodiscard]] std::size_t end_of(std::size_t place) const;
};

/// The text with words in one that are cut by
///
/// - a hyphen at the end of a line, also by number, as an escape, or before « <br> »;
/// - a backslash at the end of a line, with which style sheets and scripts go on;
/// - for markup, where a CDATA section begins or ends, and what stands beside a line (`<rt>`).
///
/// Shape: nothing for a text without any of these, as most are.
std::optional<SeamlessText> without_seams(std::string_view text, Reading reading);

/// False for a tag that without_seams() leaves alone, by its first three characters.
constexpr bool may_be_seam(std::string_view tag) {
  if (tag.size() < 3) return false;
  const int first = tag[1] | 0x20;
  const int second = tag[2] | 0x20;
  return (tag[1] == '!' && tag[2] == '[') || (first == 'b' && second == 'r') ||
         (first == 'r' && (second == 't' || second == 'p'));
}

}  // namespace pes
