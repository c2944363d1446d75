#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/source.h"

namespace pes {

/// A stretch of a source file and what takes its place.
struct Edit {
  Span span;
  std::string text;
};

/// The edits in the order of their places, without those that overlap one before.
std::vector<Edit> without_overlaps(std::vector<Edit> edits);

/// The bytes of a file after edits of its text. Nothing else changes: byte-order mark, decomposed
/// accents and line ends stay, and new lines get the ends of the first.
///
/// Shape: `text` is what read_text_file() makes of `bytes`, and the spans are its.
std::string apply_edits(std::string_view bytes, std::string_view text, std::vector<Edit> edits);

}  // namespace pes
