#include "diagnostics/report.h"

#include <fmt/args.h>
#include <fmt/format.h>

#include <algorithm>

#include "text/utf8.h"
#include "text/visible.h"

namespace pes {

namespace {

constexpr std::size_t widest_line = 100;

std::string fill(std::string_view pattern, const Diagnostic& diagnostic, Language language) {
  fmt::dynamic_format_arg_store<fmt::format_context> store;
  for (const Arg& arg : diagnostic.args) store.push_back(visible(arg.in(language)));
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

// The part of a long line that surrounds the span, cut at character boundaries. Each character
// takes one place, as the underline needs it.
struct Excerpt {
  std::string text;
  std::size_t before = 0;  // characters before the span
  std::size_t marked = 1;  // characters of the span
};

std::size_t step_back(std::string_view line, std::size_t at, std::size_t characters) {
  for (; characters > 0; --characters) {
    do --at;
    while (at > 0 && is_continuation(line[at]));
  }
  return at;
}

// The end of so many characters, or of the text.
std::size_t step_on(std::string_view text, std::size_t at, std::size_t characters) {
  for (; characters > 0 && at < text.size(); --characters) next_character(text, at);
  return at;
}

Excerpt excerpt(std::string_view line, std::size_t start, std::size_t length, std::size_t first) {
  constexpr std::size_t context = 40;
  const bool cut_before = first > widest_line - 20;
  const std::size_t begin = cut_before ? step_back(line, start, context) : 0;
  const std::size_t end = step_on(line, begin, widest_line);
  Excerpt out;
  out.before = cut_before ? context + 1 : first;
  out.text =
      fmt::format("{}{}{}", cut_before ? "…" : "", visible_lines(line.substr(begin, end - begin)),
                  end < line.size() ? "…" : "");
  std::replace(out.text.begin(), out.text.end(), '\t', ' ');
  const std::size_t marks_end = std::min(start + length, line.size());
  out.marked = count_characters(line.substr(start, std::min(marks_end, end) - start)) +
               (marks_end > end ? 1 : 0);
  out.marked = std::max<std::size_t>(1, out.marked);
  return out;
}

std::string show_source(const Span& span, const Places& places, bool colour) {
  const std::string& text = places.file(span.file).text;
  const Position position = places.position(span.file, span.offset);
  const std::string_view line = places.line(span.file, span.offset);
  const auto start = static_cast<std::size_t>(
      text.data() + std::min<std::size_t>(span.offset, text.size()) - line.data());
  const Excerpt shown = excerpt(line, start, span.length, position.column - 1);
  const std::string number = std::to_string(position.line);
  const std::string gutter(number.size(), ' ');
  return fmt::format(" {} |\n {} | {}\n {} | {}{}\n", gutter, number, shown.text, gutter,
                     std::string(shown.before, ' '),
                     paint(std::string(shown.marked, '^'), "1;31", colour));
}

std::string show_place(const Span& span, const Places& places) {
  const Position position = places.position(span.file, span.offset);
  return fmt::format("{}:{}:{}", visible(places.file(span.file).path), position.line,
                     position.column);
}

// What to write instead of what is marked, where that is all there is to do.
std::string rewritten(const Diagnostic& diagnostic) {
  if (diagnostic.fix.size() != 1) return {};
  const auto& [span, text] = diagnostic.fix.front();
  const std::uint32_t quote = span.offset - diagnostic.span.offset;
  const bool whole = quote <= 1 && span.length + 2 * quote == diagnostic.span.length;
  const bool shown = text.find('\n') == text.npos && !trim(text).empty();
  return whole && shown && text != diagnostic.nearest ? text : "";
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

std::string report(const Diagnostic& diagnostic, const Places& places, ReportStyle style) {
  const Severity severity = rule_info(diagnostic.rule).severity;
  const std::string head = fmt::format("{}[{}]", severity_label(severity).in(style.language),
                                       rule_code(diagnostic.rule));
  std::string out =
      fmt::format("{}{} {}\n", paint(head, colour_of(severity), style.colour),
                  style.language == Language::fr ? " :" : ":", message(diagnostic, style.language));
  if (diagnostic.span.file != no_file) {
    out += fmt::format("  --> {}\n", show_place(diagnostic.span, places));
    if (!rule_info(diagnostic.rule).discreet) {
      out += show_source(diagnostic.span, places, style.colour);
    }
  }
  for (const Note& note : diagnostic.notes) {
    out +=
        fmt::format("   = {} : {}\n", note.text.in(style.language), show_place(note.span, places));
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
                    visible(*diagnostic.nearest)));
  }
  if (const std::string written = rewritten(diagnostic); !written.empty()) {
    lines.push_back(
        fmt::format(fmt::runtime(french ? "écrivez : {}" : "write: {}"), visible(written)));
  }
  std::string help = fill(rule_info(diagnostic.rule).help.in(language), diagnostic, language);
  if (!help.empty()) lines.push_back(std::move(help));
  return lines;
}

}  // namespace pes
