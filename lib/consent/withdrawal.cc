#include "consent/withdrawal.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "diagnostics/source.h"

namespace pes {

namespace {

// Lines with their ends, of whichever of the three kinds.
std::vector<std::string> split_lines(std::string_view bytes) {
  std::vector<std::string> lines(1);
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    lines.back() += bytes[i];
    const bool pair = bytes[i] == '\r' && i + 1 < bytes.size() && bytes[i + 1] == '\n';
    if (bytes[i] == '\n' || (bytes[i] == '\r' && !pair)) lines.emplace_back();
  }
  return lines;
}

std::string line_end(const std::string& line) {
  const std::size_t text = line.find_last_not_of("\r\n");
  return text == std::string::npos ? line : line.substr(text + 1);
}

std::string join(const std::vector<std::string>& lines) {
  std::string out;
  for (const std::string& line : lines) out += line;
  return out;
}

std::size_t line_of(std::string_view text, std::size_t offset) {
  return position_of(text, offset).line - 1;
}

// How many of `sign` stand before an offset on its line: accents may be decomposed in the file, so
// columns do not agree, but signs do.
std::size_t count_before(std::string_view text, std::size_t offset, char sign) {
  const std::string_view line = line_at(text, offset);
  const auto start = static_cast<std::size_t>(line.data() - text.data());
  const std::string_view before = text.substr(start, offset - start);
  return static_cast<std::size_t>(std::count(before.begin(), before.end(), sign));
}

std::size_t find_nth(std::string_view line, char sign, std::size_t count) {
  std::size_t at = line.find(sign);
  for (; count > 0 && at != std::string_view::npos; --count) at = line.find(sign, at + 1);
  return at;
}

std::optional<std::string> replace_day(std::vector<std::string> lines, std::string_view text,
                                       const Value& old, const std::string& day) {
  const std::string_view written = text.substr(old.span.offset, old.span.length);
  std::string& line = lines[line_of(text, old.span.offset)];
  const std::size_t key = line.find("retrait");
  const std::size_t at = key == std::string::npos ? key : line.find(written, key);
  if (at == std::string::npos) return std::nullopt;
  line.replace(at, written.size(), day);
  return join(lines);
}

std::optional<std::string> insert_entry(std::vector<std::string> lines, std::string_view text,
                                        Span block, const std::string& day) {
  std::string& line = lines[line_of(text, block.offset)];
  const std::size_t open = find_nth(line, '{', count_before(text, block.offset, '{'));
  if (open == std::string::npos) return std::nullopt;
  line.insert(open + 1, fmt::format("retrait: {}, ", day));
  return join(lines);
}

// A line « retrait: » that says nothing yet, among those of the block that begins at `first`.
std::optional<std::size_t> find_empty_key(const std::vector<std::string>& lines, std::size_t first,
                                          const std::string& indentation) {
  for (std::size_t i = first; i < lines.size(); ++i) {
    const std::size_t text = lines[i].find_first_not_of(" \t");
    const bool blank = text == std::string::npos || lines[i][text] == '#' || lines[i][text] < ' ';
    if (!blank && text < indentation.size()) break;
    if (lines[i].starts_with(indentation + "retrait:")) return i;
  }
  return std::nullopt;
}

std::string fill_key(const std::string& line, const std::string& indentation,
                     const std::string& day) {
  const std::size_t comment = line.find(" #");
  const std::string rest = comment == std::string::npos ? line_end(line) : line.substr(comment);
  return fmt::format("{}retrait: {}{}", indentation, day, rest);
}

std::optional<std::string> insert_line(std::vector<std::string> lines, std::string_view text,
                                       const Member& first, const std::string& day) {
  const std::size_t at = line_of(text, first.key_span.offset);
  const std::string& model = lines[at];
  const std::string end = line_end(model);
  const std::string indentation = model.substr(0, model.find_first_not_of(" \t"));
  if (end.empty() || indentation.empty()) return std::nullopt;
  // An empty key before the first one with a value is a line of the block too.
  std::size_t top = at;
  while (top > 0 && lines[top - 1].starts_with(indentation)) --top;
  if (const auto empty = find_empty_key(lines, top, indentation)) {
    lines[*empty] = fill_key(lines[*empty], indentation, day);
    return join(lines);
  }
  lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(at),
               fmt::format("{}retrait: {}{}", indentation, day, end));
  return join(lines);
}

}  // namespace

std::optional<WithdrawalPlace> withdrawal_place(const Record& record) {
  const bool own = field_index(*record.kind, "consentement") >= 0;
  const Value* block =
      own ? field(record, "consentement") : find(object_of(field(record, "photo")), "consentement");
  if (block == nullptr || object_of(block).empty()) return std::nullopt;
  return WithdrawalPlace{&object_of(block), block->span};
}

std::optional<std::string> with_withdrawal(std::string_view bytes, std::string_view text,
                                           const WithdrawalPlace& place, Date day) {
  const std::string iso = format_iso(day);
  std::vector<std::string> lines = split_lines(bytes);
  const auto old = std::find_if(place.block->begin(), place.block->end(),
                                [](const Member& member) { return member.key == "retrait"; });
  if (old != place.block->end()) return replace_day(std::move(lines), text, old->value, iso);
  const bool flow = text.substr(place.span.offset).starts_with('{');
  if (flow) return insert_entry(std::move(lines), text, place.span, iso);
  return insert_line(std::move(lines), text, place.block->front(), iso);
}

}  // namespace pes
