#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "text/typography/characters.h"

namespace pes {

/// Bytes of a text that others replace.
struct Correction {
  Extent extent;          ///< Empty for an insertion.
  std::string_view text;  ///< A constant of the program.
  bool superscript = false;
  bool leans_back = false;  ///< An insertion that belongs to what stands before it.
};

/// The text of a block, and the corrections that the rules make to it from left to right.
///
/// Shape:  `text` and `verbatim` (sorted, disjoint) outlive the galley. The rules read the text as
///         the author wrote it; what touches a verbatim extent, what was corrected already and
///         what would change nothing is dropped silently.
class Galley {
 public:
  Galley(std::string_view text, const std::vector<Extent>& verbatim)
      : text_(text), verbatim_(verbatim) {}

  [[nodiscard]] std::string_view text() const { return text_; }
  [[nodiscard]] const std::vector<Correction>& corrections() const { return corrections_; }

  /// True if what stands before `at` was corrected.
  [[nodiscard]] bool has_corrected_until(std::size_t at) const {
    return !corrections_.empty() && corrections_.back().extent.end == at;
  }

  /// Where the verbatim extent that holds `at` ends; `at` if none does.
  [[nodiscard]] std::size_t skip_verbatim(std::size_t at) const;

  /// Replaces, or inserts in front of what stands at an empty extent.
  void replace(Extent extent, std::string_view text) { add({extent, text}); }

  /// Inserts behind what ends at `at`.
  void insert_after(std::size_t at, std::string_view text) { add({{at, at}, text, false, true}); }

  /// Replaces by a superscript; with an empty extent, inserts one behind what ends there.
  void raise(Extent extent, std::string_view text) {
    add({extent, text, true, extent.begin == extent.end});
  }

 private:
  void add(const Correction& correction);
  [[nodiscard]] bool is_settled(const Correction& correction) const;

  std::string_view text_;
  const std::vector<Extent>& verbatim_;
  std::vector<Correction> corrections_;
};

}  // namespace pes
