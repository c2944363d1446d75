#include "console.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <system_error>

#include "diagnostics/report.h"
#include "text/visible.h"

namespace pes {

namespace {

bool wants_colour(const Options& options, int descriptor) {
  const char* refused = std::getenv("NO_COLOR");
  const bool no_colour = options.no_colour || (refused != nullptr && *refused != '\0');
  return !no_colour && ::isatty(descriptor) == 1;
}

std::string counted(std::size_t number, std::string_view one, std::string_view many,
                    bool zero_is_plural) {
  const bool plural = number > 1 || (number == 0 && zero_is_plural);
  return fmt::format("{} {}", number, plural ? many : one);
}

}  // namespace

Console::Console(const Options& options)
    : language_(options.language),
      colour_(wants_colour(options, STDERR_FILENO)),
      terminal_err_(::isatty(STDERR_FILENO) == 1) {}

bool Console::can_ask() { return ::isatty(STDIN_FILENO) == 1; }

void Console::print(std::string_view text) { write_result(visible_lines(text)); }

void Console::print_data(std::string_view bytes) {
  if (::isatty(STDOUT_FILENO) == 1) return print(bytes);
  write_result(bytes);
}

void Console::write_result(std::string_view text) {
  const bool written = std::fwrite(text.data(), 1, text.size(), stdout) == text.size();
  if (!written || std::fflush(stdout) != 0) {
    throw std::system_error(errno, std::generic_category(), "stdout");
  }
}

void Console::complain(std::string_view text) { complain_report(visible_lines(text)); }

void Console::complain_report(std::string_view text) {
  std::fwrite(text.data(), 1, text.size(), stderr);
}

std::string Console::report_text(const Diagnostics& found, const SourceFiles& files,
                                 Severity least) const {
  const ReportStyle style{language_, colour_};
  std::string out;
  const Places places(files);
  for (const Diagnostic& diagnostic : found.abridged(least)) {
    out += pes::report(diagnostic, places, style) + "\n";
  }
  return out;
}

void Console::report(const Diagnostics& found, const SourceFiles& files, Severity least) const {
  complain_report(report_text(found, files, least));
}

void Console::report_for_machines(MachineFormat format, const Diagnostics& found,
                                  const SourceFiles& files) const {
  print(pes::report_for_machines(format, found, files, language_, PES_VERSION));
}

void Console::progress(std::string_view stage) const {
  if (!terminal_err_) return;
  complain_report(fmt::format("\r\x1b[K{}…", visible(stage)));
  std::fflush(stderr);
}

void Console::clear_progress() const {
  if (terminal_err_) complain_report("\r\x1b[K");
}

std::string Console::count(const Diagnostics& found) const {
  const bool english = language_ == Language::en;
  const Text one_error{"erreur", "error"};
  const Text errors{"erreurs", "errors"};
  const Text one_warning{"avertissement", "warning"};
  const Text warnings{"avertissements", "warnings"};
  std::string text = fmt::format(
      "{}, {}", counted(found.count(Severity::error), say(one_error), say(errors), english),
      counted(found.count(Severity::warning), say(one_warning), say(warnings), english));
  if (const std::size_t advice = found.count(Severity::advice)) {
    text += fmt::format(", {}", counted(advice, say({"conseil", "piece of advice"}),
                                        say({"conseils", "pieces of advice"}), english));
  }
  return text;
}

}  // namespace pes
