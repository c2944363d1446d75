#include "options.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>

#include "help.h"
#include "options_table.h"
#include "text/spelling.h"
#include "text/visible.h"

namespace pes {

namespace {

class CommandLine {
 public:
  explicit CommandLine(Language language)
      : language_(language),
        app_(std::string(say({"Vérifie, compte et publie les réalisations d'une association.",
                              "Checks, counts and publishes the work of a non-profit."})),
             "pes") {
    for (const CommandRow& row : all_commands()) subs_.push_back(add_command(row));
    OptionAdder add(app_, language);
    app_.set_version_flag("--version", program_version())
        ->description(std::string(say({"affiche la version, et celles des bibliothèques",
                                       "print the version, and those of the libraries"})))
        ->group("Options");
    add_display_options(add, raw_);
    for (const ExampleText& example : first_examples()) {
      add_example(app_, example.line, say(example.meaning));
    }
  }

  [[nodiscard]] DescribedCommand described() const { return describe(app_, language_); }

  Parsed parse(std::vector<std::string> arguments) {
    std::reverse(arguments.begin(), arguments.end());
    try {
      app_.parse(arguments);
    } catch (const CLI::CallForHelp&) {
      return {std::nullopt, 0, help()};
    } catch (const CLI::CallForVersion& version) {
      return {std::nullopt, 0, version.what()};
    } catch (const CLI::RequiredError&) {
      return wrong(app_.remaining(true).empty() ? describe_missing() : describe_unknown());
    } catch (const CLI::ExtrasError&) {
      return wrong(describe_unknown());
    } catch (const CLI::ValidationError& error) {
      std::string text = error.what();  // « --lang: n'admet pas … »
      return wrong(text.erase(text.find(':'), 1));
    } catch (const CLI::ParseError& error) {
      return wrong(describe_misuse(error.what()));
    }
    return finish();
  }

 private:
  [[nodiscard]] std::string_view say(Text text) const { return text.in(language_); }

  CLI::App* add_command(const CommandRow& row) {
    CLI::App* sub = app_.add_subcommand(std::string(row.name), std::string(say(row.sentence)));
    sub->group(std::string(say(row.group)));
    OptionAdder add(*sub, language_);
    add_common_options(add, raw_);
    row.add_options(add, raw_);
    for (const ExampleText& example : row.examples) {
      add_example(*sub, example.line, say(example.meaning));
    }
    return sub;
  }

  // The last word that is a command: « json » of « pes schema json ».
  [[nodiscard]] const CLI::App* deepest() const {
    const CLI::App* app = &app_;
    while (!app->get_subcommands().empty()) app = app->get_subcommands().front();
    return app;
  }

  [[nodiscard]] std::string help() const {
    return help_text(describe(*deepest(), language_), language_);
  }

  static std::vector<std::string> inner_names(const DescribedCommand& command) {
    std::vector<std::string> names;
    for (const DescribedCommand& inner : command.inner) names.push_back(inner.name);
    return names;
  }

  static std::vector<std::string> option_names(const DescribedCommand& command) {
    std::vector<std::string> names;
    for (const DescribedOption& option : command.options) {
      if (!option.is_argument) names.insert(names.end(), option.names.begin(), option.names.end());
    }
    return names;
  }

  [[nodiscard]] std::string describe_missing() const {
    const DescribedCommand command = describe(*deepest(), language_);
    for (const CLI::Option* option : deepest()->get_options()) {
      if (!option->get_required() || option->count() > 0) continue;
      return fmt::format(fmt::runtime(say({"il manque {} : {}", "missing {}: {}"})),
                         option->get_name(option->get_positional()), option->get_description());
    }
    return fmt::format(fmt::runtime(say({"précisez : {}", "say which: {}"})),
                       fmt::join(inner_names(command), ", "));
  }

  // The library says only in English what is wrong, and names the option.
  [[nodiscard]] std::string describe_misuse(std::string_view reason) const {
    for (const DescribedOption& option : describe(*deepest(), language_).options) {
      if (reason.find(option.names.back()) == std::string_view::npos) continue;
      return fmt::format(
          fmt::runtime(option.takes == Takes::nothing
                           ? say({"option sans valeur : {}", "without a value: {}"})
                           : say({"une valeur est attendue : {}", "a value is expected: {}"})),
          option_and_value(option));
    }
    return visible(reason);
  }

  [[nodiscard]] std::string describe_unknown() const {
    const DescribedCommand command = describe(*deepest(), language_);
    const std::vector<std::string> extras = app_.remaining(true);
    const std::string word = extras.empty() ? "" : extras.front();
    const bool is_option = word.starts_with('-');
    const bool is_command = !is_option && !command.inner.empty();
    const std::vector<std::string> known = is_option ? option_names(command) : inner_names(command);
    std::string text = fmt::format(
        fmt::runtime(is_option    ? say({"option inconnue : {}", "unknown option: {}"})
                     : is_command ? say({"commande inconnue : {}", "unknown command: {}"})
                                  : say({"mot en trop : {}", "unexpected word: {}"})),
        visible(word));
    if (const auto guess = nearest(word.substr(0, word.find('=')), known)) {
      text += fmt::format(fmt::runtime(say({"\nvouliez-vous dire {} ?", "\ndid you mean {}?"})),
                          *guess);
    } else if (is_command) {
      text += fmt::format("\n{}", describe_missing());
    }
    return text;
  }

  Parsed finish() {
    Options& options = raw_.options;
    options.language = language_;
    const auto chosen =
        std::find_if(subs_.begin(), subs_.end(), [](const CLI::App* sub) { return sub->parsed(); });
    if (chosen == subs_.end()) return {std::nullopt, 2, help()};
    options.command = all_commands()[static_cast<std::size_t>(chosen - subs_.begin())].command;
    if (const auto error = read_values(raw_, options)) return wrong(*error);
    return {options, 0, ""};
  }

  [[nodiscard]] Parsed wrong(std::string text) const {
    const std::string path = describe(*deepest(), language_).path;
    return {std::nullopt, 2,
            fmt::format("pes: {}\n{} {} --help\n", text, say({"aide :", "help:"}), path)};
  }

  Language language_;
  RawOptions raw_;
  CLI::App app_;
  std::vector<CLI::App*> subs_;
};

// The language decides how everything else on the command line is spoken of, so it is read first.
Language find_language(const std::vector<std::string>& arguments, Language fallback) {
  constexpr std::string_view option = "--lang";
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const std::string_view argument = arguments[i];
    std::optional<Language> found;
    if (argument == option && i + 1 < arguments.size()) found = parse_language(arguments[i + 1]);
    if (argument.starts_with("--lang=")) found = parse_language(argument.substr(option.size() + 1));
    if (found) return *found;
  }
  return fallback;
}

}  // namespace

std::optional<Language> parse_language(std::string_view name) {
  if (name == "fr") return Language::fr;
  if (name == "en") return Language::en;
  return std::nullopt;
}

Parsed parse_options(const std::vector<std::string>& arguments, Language language) {
  return CommandLine(find_language(arguments, language)).parse(arguments);
}

DescribedCommand describe_program(Language language) { return CommandLine(language).described(); }

std::string program_version() { return fmt::format("pes {}\n{}\n", PES_VERSION, PES_LIBRARIES); }

}  // namespace pes
