#include "records/decode.h"

#include <fmt/format.h>

#include <algorithm>

#include "records/decode_value.h"
#include "records/stray_fields.h"
#include "records/yaml.h"
#include "text/slug.h"
#include "text/utf8.h"

namespace pes {

namespace {

constexpr std::string_view fence = "---";

struct FrontMatter {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t body = 0;
};

bool is_fence(std::string_view line) {
  while (line.ends_with(' ') || line.ends_with('\t')) line.remove_suffix(1);
  return line == fence;
}

// « -- », « ---- » and what word processors make of them.
bool is_almost_fence(std::string_view line) {
  if (line.empty() || line.front() == ' ') return false;
  std::size_t dashes = 0;
  for (std::size_t at = 0; at < line.size();) {
    const char32_t c = next_character(line, at);
    if (c == U'—') dashes += 2;
    if (c == U'-' || c == U'–') ++dashes;
    if (c != U'-' && c != U'–' && c != U'—' && !is_space(c)) return false;
  }
  return dashes > 1;
}

bool is_field(std::string_view line) {
  const std::size_t colon = line.find(':');
  return colon != std::string_view::npos && !line.starts_with('-') &&
         !trim(line.substr(0, colon)).empty() &&
         trim(line.substr(0, colon)).find_first_of(" \t\"'*#[") == std::string_view::npos;
}

// A sentence in the first column: what no field, item, comment or key without its colon is.
bool is_sentence(std::string_view line) {
  if (line.empty() || line.find(':') != std::string_view::npos) return false;
  std::size_t at = 0;
  if (!is_letter_or_digit(next_character(line, at)) && !line.starts_with("«")) return false;
  const auto spaces = std::count(line.begin(), line.end(), ' ');
  return spaces > 3 || (spaces > 0 && std::string_view(".!?").find(line.back()) != line.npos);
}

// What is no field, once a blank line has ended the fields of a file without a second fence.
bool is_text(std::string_view line) {
  return !trim(line).empty() && line.front() != ' ' && !is_field(line);
}

// Finds the stretch between the two lines « --- », or where it must have been meant to end.
class FrontMatterSearch {
 public:
  FrontMatterSearch(FileId file, std::string_view text, Diagnostics& out)
      : file_(file), text_(text), out_(out) {}

  std::optional<FrontMatter> find() {
    const auto begin = find_start();
    if (!begin) return std::nullopt;
    std::size_t blank = std::string_view::npos;  // the first of the blank lines above
    for (std::size_t at = *begin; at < text_.size();) {
      const std::string_view line = line_at(text_, at);
      const std::size_t next = std::min(at + line.size() + 1, text_.size());
      if (is_fence(line)) return FrontMatter{*begin, at, next};
      if (is_almost_fence(line)) {
        report_unclosed(at, line.size(), std::string(fence));
        return FrontMatter{*begin, at, next};
      }
      if (blank != std::string_view::npos && is_sentence(line)) return closed_at(*begin, blank);
      if (!trim(line).empty()) {
        blank = std::string_view::npos;
      } else if (blank == std::string_view::npos) {
        blank = at;
      }
      at += line.size() + 1;
    }
    return closed_at(*begin, find_end(*begin));
  }

 private:
  [[nodiscard]] Span span_at(std::size_t offset, std::size_t length) const {
    return {file_, static_cast<std::uint32_t>(offset), static_cast<std::uint32_t>(length)};
  }

  // Past the first « --- », or where fields start without one.
  std::optional<std::size_t> find_start() {
    const std::string_view first = line_at(text_, 0);
    const std::size_t next = std::min(first.size() + 1, text_.size());
    if (is_fence(first)) return next;
    Diagnostic& found = out_.add(Rule::front_matter_missing, span_at(0, first.size()));
    if (is_almost_fence(first)) {
      found.fix = {{found.span, std::string(fence)}};
      return next;
    }
    const std::size_t written = text_.find_first_not_of(" \t\n");
    if (written != std::string_view::npos && is_fence(line_at(text_, written))) {
      found.fix = {{span_at(0, written), ""}};
      return std::min(written + line_at(text_, written).size() + 1, text_.size());
    }
    if (!is_field(first)) return std::nullopt;
    found.fix = {{span_at(0, 0), "---\n"}};
    return 0;
  }

  // Without a second « --- »: before the first text after a blank line, or after everything.
  [[nodiscard]] std::size_t find_end(std::size_t begin) const {
    std::size_t blank = std::string_view::npos;
    for (std::size_t at = begin; at < text_.size(); at += line_at(text_, at).size() + 1) {
      const std::string_view line = line_at(text_, at);
      if (is_sentence(line)) return std::min(blank, at);
      if (blank != std::string_view::npos && is_text(line)) return blank;
      if (!trim(line).empty()) {
        blank = std::string_view::npos;
      } else if (blank == std::string_view::npos) {
        blank = at;
      }
    }
    return text_.size();
  }

  FrontMatter closed_at(std::size_t begin, std::size_t end) {
    const bool new_line = end > 0 && text_[end - 1] != '\n';
    report_unclosed(end, 0, new_line ? "\n---\n" : "---\n");
    return {begin, end, end};
  }

  void report_unclosed(std::size_t at, std::size_t length, std::string mended) {
    out_.add(Rule::front_matter_unclosed, span_at(at, length)).replace_with(std::move(mended));
  }

  FileId file_;
  std::string_view text_;
  Diagnostics& out_;
};

std::string_view stem(std::string_view path) {
  path.remove_prefix(path.rfind('/') + 1);
  return path.substr(0, path.rfind('.'));
}

void decode_fields(const YamlNode& root, Record& record, Diagnostics& out) {
  const Kind& kind = *record.kind;
  const Shape shape{kind.fields, kind.constraints, kind.one, record.head};
  Object object = decode_object(root, shape, out);
  record.values.resize(kind.fields.size());
  for (Member& member : object) {
    const auto index = static_cast<std::size_t>(field_index(kind, member.key));
    record.values[index] = std::move(member.value);
  }
}

}  // namespace

Record decode_record(const RecordFile& file, const SourceFiles& files, Diagnostics& out) {
  const SourceFile& source = files[file.file];
  Record record;
  record.kind = file.kind;
  record.file = file.file;
  record.head = {file.file, 0, static_cast<std::uint32_t>(line_at(source.text, 0).size())};
  record.slug = slug_of_file_name(stem(source.path));
  record.broken = true;
  if (!file.readable) return record;

  FrontMatter front{0, source.text.size(), source.text.size()};
  if (record.kind->has_body) {
    const auto found = FrontMatterSearch(file.file, source.text, out).find();
    if (!found) return record;
    front = *found;
    if (front.end != front.body) {
      check_stray_fields(*record.kind, file.file, source.text, front.end, front.body, out);
    }
  }
  record.body_begin = front.body;
  const auto root = parse_yaml(file.file, source.text, front.begin, front.end, out);
  if (!root) return record;

  record.broken = false;
  decode_fields(*root, record, out);
  if (const auto slug = text_of(field(record, "slug")); !slug.empty()) record.slug = slug;
  return record;
}

}  // namespace pes
