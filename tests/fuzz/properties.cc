#include "fuzz/properties.h"

#include <fmt/format.h>

#include "diagnostics/report.h"
#include "records/files.h"
#include "text/utf8.h"

namespace pes::test {

namespace {

constexpr const char* file_name = "content/a.md";

}  // namespace

void hold(bool holds, std::string_view property, std::string_view seen) {
  if (!holds) throw Broken(fmt::format("broken: {}\n{}\n", property, seen));
}

void hold_same(std::string_view property, std::string_view expected, std::string_view actual) {
  if (expected != actual) {
    throw Broken(
        fmt::format("broken: {}\n--- expected\n{}\n--- actual\n{}\n", property, expected, actual));
  }
}

std::optional<std::string> as_source_text(std::string_view bytes) {
  SourceFiles files;
  Diagnostics found;
  const RecordFile file =
      read_text_file({}, file_name, files, found, {{file_name, std::string(bytes)}});
  if (!file.readable) return std::nullopt;
  return std::move(files[file.file].text);
}

void hold_place(const SourceFiles& files, Span span, std::string_view what) {
  if (span.file == no_file) return;
  hold(span.file < files.size(), "a place is in a file that is there", what);
  const std::string& text = files[span.file].text;
  const std::size_t end = std::size_t{span.offset} + span.length;
  hold(end <= text.size(), "a place is within its file",
       fmt::format("{}: {}+{} of {}", what, span.offset, span.length, text.size()));
  const auto parts = [&](std::size_t at) { return at < text.size() && is_continuation(text[at]); };
  hold(!parts(span.offset) && !parts(end), "a place parts no character",
       fmt::format("{}: {}+{}", what, span.offset, span.length));
}

void hold_findings(const SourceFiles& files, const Diagnostics& found) {
  const Places places(files);
  for (const Diagnostic& diagnostic : found.all()) {
    const std::string code = rule_code(diagnostic.rule);
    hold_place(files, diagnostic.span, code);
    for (const Edit& edit : diagnostic.fix) hold_place(files, edit.span, code);
    for (const Note& note : diagnostic.notes) hold_place(files, note.span, code);
    if (diagnostic.span.file == no_file) continue;
    hold(!report(diagnostic, places, {Language::en}).empty(), "a finding can be told", code);
  }
}

std::string letters_of(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    if (is_letter_or_digit(next_character(text, at))) out += text.substr(begin, at - begin);
  }
  return out;
}

}  // namespace pes::test
