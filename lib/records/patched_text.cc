#include "records/patched_text.h"

#include <algorithm>
#include <utility>

namespace pes {

PatchedText::PatchedText(FileId file, std::string_view text, std::size_t begin)
    : file_(file), text_(text), origins_(text.size() + 1) {
  for (std::size_t i = 0; i < origins_.size(); ++i) {
    origins_[i] = static_cast<std::uint32_t>(begin + i);
  }
}

Span PatchedText::origin(Span span) const {
  const std::size_t begin = std::min<std::size_t>(span.offset, text_.size());
  const std::size_t end = std::min<std::size_t>(begin + span.length, text_.size());
  return {file_, origins_[begin], origins_[end] - origins_[begin]};
}

bool PatchedText::is_original(Span span) const {
  const std::size_t begin = span.offset > 0 ? span.offset - 1 : 0;
  const std::size_t end = std::min<std::size_t>(span.offset + span.length, text_.size());
  for (std::size_t i = begin; i < end; ++i) {
    if (origins_[i + 1] != origins_[i] + 1) return false;
  }
  return true;
}

bool PatchedText::apply(const Diagnostics& found) {
  std::vector<Edit> edits;
  for (const Diagnostic& diagnostic : found.all()) {
    edits.insert(edits.end(), diagnostic.fix.begin(), diagnostic.fix.end());
  }
  if (edits.empty()) return false;
  std::string text;
  std::vector<std::uint32_t> origins;
  std::size_t done = 0;
  const auto keep_until = [&](std::size_t end) {
    text.append(text_, done, end - done);
    origins.insert(origins.end(), origins_.begin() + static_cast<std::ptrdiff_t>(done),
                   origins_.begin() + static_cast<std::ptrdiff_t>(end));
    done = end;
  };
  for (const auto& [span, replacement] : without_overlaps(std::move(edits))) {
    keep_until(span.offset);
    text += replacement;
    origins.insert(origins.end(), replacement.size(), origins_[span.offset]);
    done = span.offset + span.length;
  }
  keep_until(text_.size());
  origins.push_back(origins_.back());
  text_ = std::move(text);
  origins_ = std::move(origins);
  return true;
}

Diagnostic PatchedText::translate(Diagnostic diagnostic) const {
  diagnostic.span = origin(diagnostic.span);
  // What lies in text that was mended before can only be mended in the next round.
  const bool original = std::all_of(diagnostic.fix.begin(), diagnostic.fix.end(),
                                    [&](const Edit& edit) { return is_original(edit.span); });
  if (!original) diagnostic.fix.clear();
  for (Edit& edit : diagnostic.fix) edit.span = origin(edit.span);
  for (Note& note : diagnostic.notes) note.span = origin(note.span);
  return diagnostic;
}

}  // namespace pes
