#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "diagnostics/diagnostic.h"
#include "options.h"

namespace pes {

/// Writes results to stdout and everything that is said to people to stderr; knows whether the
/// latter is a terminal.
class Console {
 public:
  explicit Console(const Options& options);

  [[nodiscard]] std::string_view say(Text text) const { return text.in(language_); }
  [[nodiscard]] Language language() const { return language_; }

  /// True where somebody sits at a terminal and may be asked.
  static bool can_ask();

  /// Writes a result, made visible_lines().
  ///
  /// Errors: std::system_error if nobody can take it.
  static void print(std::string_view text);

  /// The same for what a program reads: unless a terminal shows it, these bytes exactly.
  static void print_data(std::string_view bytes);

  /// Writes to stderr, as well as that goes, made visible_lines().
  static void complain(std::string_view text);

  /// Writes what report_text() gave, which is visible and may have colours, to stderr.
  static void complain_report(std::string_view text);

  /// Findings of at least a severity, for people.
  [[nodiscard]] std::string report_text(const Diagnostics& found, const SourceFiles& files,
                                        Severity least) const;
  /// Writes them to stderr.
  void report(const Diagnostics& found, const SourceFiles& files, Severity least) const;

  /// Writes all findings to stdout, for a program.
  void report_for_machines(MachineFormat format, const Diagnostics& found,
                           const SourceFiles& files) const;

  /// Shows what is being done, on a terminal only; the line is overwritten by the next one.
  void progress(std::string_view stage) const;
  void clear_progress() const;

  /// Whether colours are shown on stderr.
  [[nodiscard]] bool has_colour() const { return colour_; }

  /// « 2 erreurs, 1 avertissement »
  [[nodiscard]] std::string count(const Diagnostics& found) const;

 private:
  static void write_result(std::string_view text);

  Language language_;
  bool colour_;
  bool terminal_err_;
};

}  // namespace pes
