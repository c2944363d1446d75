#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostic.h"

namespace pes {

/// A stretch of a source file whose mistakes are mended one after the other, so that a parser can
/// go on behind them. It knows where each of its bytes was written.
class PatchedText {
 public:
  /// Shape: `begin` is the offset of `text` in `file`.
  PatchedText(FileId file, std::string_view text, std::size_t begin);

  [[nodiscard]] const std::string& text() const { return text_; }

  /// `span` of the patched text, as a span of the file.
  [[nodiscard]] Span origin(Span span) const;

  /// Applies the fixes of `found`, whose spans are those of the patched text, except those that
  /// overlap one before. Returns whether there was any.
  bool apply(const Diagnostics& found);

  /// `diagnostic` with every span as a span of the file, and without a fix where that touches text
  /// that was mended before.
  [[nodiscard]] Diagnostic translate(Diagnostic diagnostic) const;

 private:
  [[nodiscard]] bool is_original(Span span) const;

  FileId file_;
  std::string text_;
  std::vector<std::uint32_t> origins_;  ///< One for each byte of `text_`, and one for its end.
};

}  // namespace pes
