#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "diagnostics/edit.h"
#include "diagnostics/rules.h"
#include "diagnostics/source.h"
#include "text/language.h"

namespace pes {

/// A value that fills a place in a message; the same in both languages unless made from a Text.
struct Arg {
  std::string fr;
  std::string en;

  Arg(std::string_view value) : fr(value), en(value) {}    // NOLINT: implicit on purpose
  Arg(const std::string& value) : fr(value), en(value) {}  // NOLINT
  Arg(const char* value) : fr(value), en(value) {}         // NOLINT
  Arg(std::size_t value) : Arg(std::to_string(value)) {}   // NOLINT
  Arg(Text text) : fr(text.fr), en(text.en) {}             // NOLINT
  Arg(std::string french, std::string english) : fr(std::move(french)), en(std::move(english)) {}

  [[nodiscard]] const std::string& in(Language language) const {
    return language == Language::fr ? fr : en;
  }
};

/// Another place that explains a mistake.
struct Note {
  Span span;
  Text text;
};

/// One finding about the content or the theme: data only, see report.h for its words.
struct Diagnostic {
  Rule rule;
  Span span;
  std::vector<Arg> args;               ///< Fill {0}, {1}… of the rule's message and help.
  std::optional<std::string> nearest;  ///< A known name that was probably meant.
  std::vector<Edit> fix;               ///< Mends the mistake; empty where only people can.
  std::vector<Note> notes;
  /// Records that it would not be there without, where `span` does not say so.
  std::vector<FileId> records;

  /// Takes `text` in the place of `span` for the fix.
  void replace_with(std::string text) { fix = {{span, std::move(text)}}; }

  /// The same for `word`, which stands at `span`: quotes around it stay.
  void replace_word(std::string_view word, std::string text);

  /// Offers the candidate that `word`, which stands at `span`, was probably meant to be, and takes
  /// it for the fix where it can be no other. Quotes around the word stay.
  void suggest(std::string_view word, std::span<const std::string> candidates);
};

/// Everything found in one run, in any order until `sort`.
class Diagnostics {
 public:
  /// Adds a finding and returns it, to be completed.
  Diagnostic& add(Rule rule, Span span, std::vector<Arg> args = {});
  Diagnostic& add(Diagnostic diagnostic);

  /// Adds the findings of a part of the work that was done on its own.
  void append(Diagnostics part);

  /// Puts the findings in the order of files and lines, and removes repetitions.
  void sort(const SourceFiles& files);

  [[nodiscard]] const std::vector<Diagnostic>& all() const { return all_; }
  /// Those of at least a severity that a report shows: of each rule in each file the first fifty,
  /// then one that counts the others.
  ///
  /// Shape: in order, once they were sorted.
  [[nodiscard]] std::vector<Diagnostic> abridged(Severity least = Severity::advice) const;
  [[nodiscard]] std::size_t count(Severity severity) const;
  [[nodiscard]] bool has_errors() const { return count(Severity::error) > 0; }
  /// What a strict run refuses.
  [[nodiscard]] bool has_warnings() const { return count(Severity::warning) > 0; }

 private:
  std::vector<Diagnostic> all_;
};

}  // namespace pes
