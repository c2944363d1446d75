#include "diagnostics/source.h"

#include <algorithm>
#include <iterator>

#include "text/utf8.h"

namespace pes {

namespace {

std::size_t line_start(std::string_view text, std::size_t offset) {
  if (offset == 0) return 0;
  const std::size_t previous = text.rfind('\n', offset - 1);
  return previous == std::string_view::npos ? 0 : previous + 1;
}

// Units: bytes.
constexpr std::size_t stretch = 256;

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

const Places::Lines& Places::lines_of(FileId id) const {
  const auto [known, fresh] = known_.try_emplace(id);
  if (!fresh) return known->second;
  const std::string_view text = files_[id].text;
  Lines& lines = known->second;
  lines.starts.push_back(0);
  for (std::size_t end = text.find('\n'); end != text.npos; end = text.find('\n', end + 1)) {
    lines.starts.push_back(end + 1);
  }
  std::size_t characters = 0;
  for (std::size_t at = 0; at <= text.size(); at += stretch) {
    lines.characters.push_back(characters);
    characters += count_characters(text.substr(at, stretch));
  }
  return lines;
}

Position Places::position(FileId id, std::size_t offset) const {
  const std::string_view text = files_[id].text;
  const Lines& lines = lines_of(id);
  offset = std::min(offset, text.size());
  const auto characters_before = [&](std::size_t at) {
    const std::size_t whole = at / stretch;
    return lines.characters[whole] +
           count_characters(text.substr(whole * stretch, at - whole * stretch));
  };
  const auto next = std::upper_bound(lines.starts.begin(), lines.starts.end(), offset);
  const std::size_t start = *std::prev(next);
  return {static_cast<std::size_t>(next - lines.starts.begin()),
          characters_before(offset) - characters_before(start) + 1};
}

std::string_view Places::line(FileId id, std::size_t offset) const {
  const std::string_view text = files_[id].text;
  const Lines& lines = lines_of(id);
  const auto next =
      std::upper_bound(lines.starts.begin(), lines.starts.end(), std::min(offset, text.size()));
  const std::size_t start = *std::prev(next);
  const std::size_t end = next == lines.starts.end() ? text.size() : *next - 1;
  return text.substr(start, end - start);
}

}  // namespace pes
