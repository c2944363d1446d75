#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "described.h"

namespace pes {

/// Adds options to one command, in the language of the person.
///
/// Shape: for a value whose name has bars, "fr|en", those words are offered; `file_value` and
///        `folder_value` make files and folders; everything else is free text.
class OptionAdder {
 public:
  OptionAdder(CLI::App& app, Language language) : app_(app), language_(language) {}

  [[nodiscard]] CLI::App& app() const { return app_; }
  [[nodiscard]] Language language() const { return language_; }
  [[nodiscard]] std::string say(Text text) const { return std::string(text.in(language_)); }

  /// The heading of the options that follow.
  void group(Text title) { group_ = say(title); }

  template <typename Value>
  CLI::Option* value(const std::string& name, Value& into, Text placeholder, Text help) {
    return finish(app_.add_option(name, into), placeholder, help);
  }
  /// One of some words, or several; others are refused.
  template <typename Value>
  CLI::Option* choice(const std::string& name, Value& into, std::string_view choices, Text help) {
    return closed(value(name, into, {choices, choices}, help));
  }
  /// A value that is not stored but handed on.
  CLI::Option* answer(const std::string& name, const std::function<void(const std::string&)>& take,
                      Text placeholder, Text help) {
    return finish(app_.add_option_function(name, take), placeholder, help);
  }
  void flag(const std::string& name, bool& into, Text help) {
    finish(app_.add_flag(name, into), {}, help);
  }
  /// `-h` and `--help`, in place of the library's own.
  void help();
  /// A word without an option before it.
  CLI::Option* argument(const std::string& name, std::string& into, Text help) {
    return value(name, into, {}, help);
  }

 private:
  CLI::Option* finish(CLI::Option* option, Text placeholder, Text help);
  CLI::Option* closed(CLI::Option* option) const;

  CLI::App& app_;
  Language language_;
  std::string group_;
};

/// Adds a command inside another one; it understands the options of all commands too.
CLI::App* add_inner(const OptionAdder& outer, Text group, std::string_view name, Text sentence);

/// Adds a command line worth showing.
void add_example(CLI::App& app, std::string_view line, std::string_view meaning);

/// The tree below a command, as plain data.
DescribedCommand describe(const CLI::App& app, Language language);

}  // namespace pes
