#include "diagnostics/source.h"

#include <algorithm>

#include "text/utf8.h"

namespace pes {

namespace {

std::size_t line_start(std::string_view text, std::size_t offset) {
  if (offset == 0) return 0;
  const std::size_t previous = text.rfind('\n', offset - 1);
  return previous == std::string_view::npos ? 0 : previous + 1;
}

}  // namespace

Position position_of(std::string_view text, std::size_t offset) {
  offset = std::min(offset, text.size());
  const std::size_t start = line_start(text, offset);
  const auto lines =
      std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(start), '\n');
  return {static_cast<std::size_t>(lines) + 1,
          count_characters(text.substr(start, offset - start)) + 1};
}

std::string_view line_at(std::string_view text, std::size_t offset) {
  offset = std::min(offset, text.size());
  const std::size_t start = line_start(text, offset);
  return text.substr(start, text.find('\n', start) - start);
}

}  // namespace pes
