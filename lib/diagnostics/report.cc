#include "diagnostics/report.h"

#include <fmt/args.h>
#include <fmt/format.h>

#include <algorithm>

#include "text/utf8.h"

namespace pes {

namespace {

constexpr std::size_t widest_line = 100;

std::string fill(std::string_view pattern, const Diagnostic& diagnostic, Language language) {
  fmt::dynamic_format_arg_store<fmt::format_context> store;
  for (const Arg& arg : diagnostic.args) store.push_back(arg.in(language));
  return fmt::vformat(pattern, store);
}

std::string paint(std::string_view text, std::string_view code, bool colour) {
  return colour ? fmt::format("\x1b[{}m{}\x1b[0m", code, text) : std::string(text);
}

std::string_view colour_of(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "1;31";
    case Severity::warning:
      return "1;33";
    case Severity::advice:
      return "1;36";
  }
  return {};
}

// A tab would shift the underline, so both lines show it as one space.
std::string flat(std::string_view text) {
  std::string out(text);
  std::replace(out.begin(), out.end(), '\t', ' ');
  return out;
}

// The part of a long line that surrounds the span, cut at character boundaries.
struct Excerpt {
  std::string text;
  std::size_t before = 0;  // characters before the span
  std::size_t marked = 1;  // characters of the span
};

Excerpt excerpt(std::string_view line, std::size_t start, std::size_t length) {
  Excerpt out;
  std::size_t index = 0;
  const std::size_t first = count_characters(line.substr(0, start));
  const std::size_t skip = first > widest_line - 20 ? first - 40 : 0;
  if (skip > 0) out.text = "…";
  for (std::size_t offset = 0; offset < line.size() && index < skip + widest_line; ++index) {
    const std::size_t at = offset;
    next_character(line, offset);
    if (index >= skip) out.text += line.substr(at, offset - at);
  }
  if (index < count_characters(line)) out.text += "…";
  out.before = first - skip + (skip > 0 ? 1 : 0);
  const std::size_t shown = count_characters(out.text);
  const std::size_t wanted = std::max<std::size_t>(1, count_characters(line.substr(start, length)));
  out.marked = std::min(wanted, std::max<std::size_t>(1, shown - std::min(shown, out.before)));
  return out;
}

std::string show_source(const Span& span, const SourceFiles& files, bool colour) {
  const std::string& text = files[span.file].text;
  const Position position = position_of(text, span.offset);
  const std::string_view line = line_at(text, span.offset);
  const auto start = static_cast<std::size_t>(
      text.data() + std::min<std::size_t>(span.offset, text.size()) - line.data());
  const Excerpt shown = excerpt(line, start, span.length);
  const std::string number = std::to_string(position.line);
  const std::string gutter(number.size(), ' ');
  return fmt::format(" {} |\n {} | {}\n {} | {}{}\n", gutter, number, flat(shown.text), gutter,
                     std::string(shown.before, ' '),
                     paint(std::string(shown.marked, '^'), "1;31", colour));
}

std::string show_place(const Span& span, const SourceFiles& files) {
  const SourceFile& file = files[span.file];
  const Position position = position_of(file.text, span.offset);
  return fmt::format("{}:{}:{}", file.path, position.line, position.column);
}

// What to write instead of what is marked, where that is all there is to do.
std::string rewritten(const Diagnostic& diagnostic) {
  if (diagnostic.fix.size() != 1) return {};
  const auto& [span, text] = diagnostic.fix.front();
  const std::uint32_t quote = span.offset - diagnostic.span.offset;
  const bool whole = quote <= 1 && span.length + 2 * quote == diagnostic.span.length;
  const bool visible = text.find('\n') == text.npos && !trim(text).empty();
  return whole && visible && text != diagnostic.nearest ? text : "";
}

}  // namespace

Text severity_label(Severity severity) {
  switch (severity) {
    case Severity::error:
      return {"erreur", "error"};
    case Severity::warning:
      return {"avertissement", "warning"};
    case Severity::advice:
      return {"conseil", "advice"};
  }
  return {};
}

std::string message(const Diagnostic& diagnostic, Language language) {
  return fill(rule_info(diagnostic.rule).message.in(language), diagnostic, language);
}

std::string report(const Diagnostic& diagnostic, const SourceFiles& files, ReportStyle style) {
  const Severity severity = rule_info(diagnostic.rule).severity;
  const std::string head = fmt::format("{}[{}]", severity_label(severity).in(style.language),
                                       rule_code(diagnostic.rule));
  std::string out =
      fmt::format("{}{} {}\n", paint(head, colour_of(severity), style.colour),
                  style.language == Language::fr ? " :" : ":", message(diagnostic, style.language));
  if (diagnostic.span.file != no_file) {
    out += fmt::format("  --> {}\n", show_place(diagnostic.span, files));
    if (!rule_info(diagnostic.rule).discreet) {
      out += show_source(diagnostic.span, files, style.colour);
    }
  }
  for (const Note& note : diagnostic.notes) {
    out +=
        fmt::format("   = {} : {}\n", note.text.in(style.language), show_place(note.span, files));
  }
  for (const std::string& line : ways_out(diagnostic, style.language)) {
    out += fmt::format("   = {}\n", line);
  }
  return out;
}

std::vector<std::string> ways_out(const Diagnostic& diagnostic, Language language) {
  std::vector<std::string> lines;
  const bool french = language == Language::fr;
  if (diagnostic.nearest) {
    lines.push_back(
        fmt::format(fmt::runtime(french ? "vouliez-vous dire « {} » ?" : "did you mean \"{}\"?"),
                    *diagnostic.nearest));
  }
  if (const std::string written = rewritten(diagnostic); !written.empty()) {
    lines.push_back(fmt::format(fmt::runtime(french ? "écrivez : {}" : "write: {}"), written));
  }
  std::string help = fill(rule_info(diagnostic.rule).help.in(language), diagnostic, language);
  if (!help.empty()) lines.push_back(std::move(help));
  return lines;
}

}  // namespace pes
