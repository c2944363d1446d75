#include "diagnostics/edit.h"

#include <algorithm>

#include "text/utf8.h"

namespace pes {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

// Where the lines of a text begin; of bytes, with line ends of whichever of the three kinds.
std::vector<std::size_t> line_starts(std::string_view bytes) {
  std::vector<std::size_t> starts = {bytes.starts_with(byte_order_mark) ? byte_order_mark.size()
                                                                        : 0};
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const bool pair = bytes[i] == '\r' && i + 1 < bytes.size() && bytes[i + 1] == '\n';
    if (bytes[i] == '\n' || (bytes[i] == '\r' && !pair)) starts.push_back(i + 1);
  }
  return starts;
}

// Finds in the bytes of a file the places that are known in its text.
class ByteMap {
 public:
  ByteMap(std::string_view bytes, std::string_view text)
      : bytes_(bytes),
        text_(text),
        byte_lines_(line_starts(bytes)),
        text_lines_(line_starts(text)) {}

  [[nodiscard]] std::size_t find(std::size_t offset) const {
    const auto after = std::upper_bound(text_lines_.begin(), text_lines_.end(), offset);
    const auto line = static_cast<std::size_t>(after - text_lines_.begin()) - 1;
    if (line >= byte_lines_.size()) return bytes_.size();
    return find_in_line(byte_lines_[line],
                        text_.substr(text_lines_[line], offset - text_lines_[line]));
  }

 private:
  // The end of the bytes from `begin` on that are `wanted` once accents are joined to letters.
  [[nodiscard]] std::size_t find_in_line(std::size_t begin, std::string_view wanted) const {
    if (bytes_.substr(begin).starts_with(wanted)) {
      const std::size_t end = begin + wanted.size();
      if (!joins(begin, end)) return end;
    }
    for (std::size_t end = begin; end < bytes_.size();) {
      if (to_nfc(bytes_.substr(begin, end - begin)) == wanted && !joins(begin, end)) return end;
      next_character(bytes_, end);
    }
    return bytes_.size();
  }

  // True if the character at `end` is an accent of the one before.
  [[nodiscard]] bool joins(std::size_t begin, std::size_t end) const {
    if (end >= bytes_.size() || end == begin) return false;
    std::size_t last = end - 1;
    while (last > begin && is_continuation(bytes_[last])) --last;
    std::size_t next = end;
    next_character(bytes_, next);
    const std::string apart =
        to_nfc(bytes_.substr(last, end - last)) + std::string(bytes_.substr(end, next - end));
    return to_nfc(bytes_.substr(last, next - last)) != apart;
  }

  std::string_view bytes_;
  std::string_view text_;
  std::vector<std::size_t> byte_lines_;
  std::vector<std::size_t> text_lines_;
};

std::string with_line_ends(std::string_view text, std::string_view end) {
  std::string out;
  for (const char c : text) {
    if (c == '\n') {
      out += end;
    } else {
      out += c;
    }
  }
  return out;
}

std::string_view line_end_of(std::string_view bytes) {
  const std::size_t at = bytes.find_first_of("\r\n");
  if (at == std::string_view::npos || bytes[at] == '\n') return "\n";
  return bytes.substr(at, at + 1 < bytes.size() && bytes[at + 1] == '\n' ? 2 : 1);
}

}  // namespace

std::vector<Edit> without_overlaps(std::vector<Edit> edits) {
  std::stable_sort(edits.begin(), edits.end(),
                   [](const Edit& a, const Edit& b) { return a.span.offset < b.span.offset; });
  std::vector<Edit> kept;
  for (Edit& edit : edits) {
    if (!kept.empty()) {
      const Span last = kept.back().span;
      const bool same_place = edit.span.offset == last.offset;
      if (edit.span.offset < last.offset + last.length || same_place) continue;
    }
    kept.push_back(std::move(edit));
  }
  return kept;
}

std::string apply_edits(std::string_view bytes, std::string_view text, std::vector<Edit> edits) {
  const ByteMap map(bytes, text);
  const std::string_view end = line_end_of(bytes);
  std::string out;
  std::size_t done = 0;
  for (const auto& [span, replacement] : without_overlaps(std::move(edits))) {
    out += bytes.substr(done, map.find(span.offset) - done);
    out += with_line_ends(replacement, end);
    done = map.find(span.offset + span.length);
  }
  return out + std::string(bytes.substr(done));
}

}  // namespace pes
