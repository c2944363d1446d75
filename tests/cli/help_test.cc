#include "help.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <sstream>

#include "completion.h"
#include "manual.h"
#include "options.h"
#include "support/process.h"
#include "text/utf8.h"

namespace pes::test {

namespace {

bool contains(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

// Every command and every option with it.
template <typename Check>
void walk(const DescribedCommand& program, Check check) {
  for (const DescribedCommand* command : all_of(program)) {
    INFO(command->path);
    check(*command);
  }
}

std::vector<std::string> words_of(const std::string& path) {
  std::istringstream stream(path.substr(path.find(' ') + 1));
  std::vector<std::string> words;
  for (std::string word; stream >> word;) words.push_back(word);
  return words;
}

// As roff writes it.
std::string without_escapes(std::string text) {
  const std::map<std::string_view, std::string_view> escapes = {
      {"\\-", "-"}, {"\\~", " "}, {"\\(aq", "'"}, {"\\(ti", "~"}};
  for (const auto& [escape, plain] : escapes) {
    for (std::size_t at = text.find(escape); at != std::string::npos; at = text.find(escape, at)) {
      text.replace(at, escape.size(), plain);
    }
  }
  return text;
}

}  // namespace

TEST_CASE("help: a sentence, the usage, every option and an example, in both languages") {
  for (const Language language : {Language::fr, Language::en}) {
    walk(describe_program(language), [&](const DescribedCommand& command) {
      const std::string help = help_text(command, language);
      CHECK(command.sentence.ends_with('.'));
      CHECK(contains(help, language == Language::fr ? "Utilisation : " : "Usage: "));
      CHECK_FALSE(command.examples.empty());
      CHECK(command.examples.size() <= 4);
      for (const Example& example : command.examples) CHECK(contains(help, example.line));
      for (const DescribedOption& option : command.options) {
        INFO(all_names(option));
        CHECK_FALSE(option.help.empty());
        CHECK_FALSE(option.group.empty());
        CHECK(contains(help, "  " + option_and_value(option)));
      }
      for (const DescribedCommand& inner : command.inner) CHECK(contains(help, "  " + inner.name));
    });
  }
}

TEST_CASE("help: the program prints it for every command, in lines of 80 characters") {
  walk(describe_program(Language::en), [](const DescribedCommand& command) {
    std::vector<std::string> arguments = {"--lang", "en", "--help"};
    if (command.path != command.name) arguments = words_of(command.path + " --help --lang en");

    const Finished finished = run_pes(arguments);

    CHECK(finished.code == 0);
    CHECK(finished.out == help_text(command, Language::en));
    CHECK_FALSE(contains(finished.out, "«"));
    std::istringstream lines(finished.out);
    for (std::string line; std::getline(lines, line);) {
      const bool one_word = line.find(' ', 2) == std::string::npos || contains(line, "Usage:");
      CHECK((one_word || count_characters(line) <= 80));
    }
  });
}

TEST_CASE("help: both languages have the same commands, options and choices") {
  const DescribedCommand program = describe_program(Language::fr);
  const DescribedCommand english_program = describe_program(Language::en);
  const auto french = all_of(program);
  const auto english = all_of(english_program);

  REQUIRE(french.size() == english.size());
  for (std::size_t i = 0; i < french.size(); ++i) {
    CHECK(french[i]->path == english[i]->path);
    CHECK(french[i]->sentence != english[i]->sentence);
    REQUIRE(french[i]->options.size() == english[i]->options.size());
    for (std::size_t j = 0; j < french[i]->options.size(); ++j) {
      const DescribedOption& option = french[i]->options[j];
      INFO(french[i]->path, " ", all_names(option));
      CHECK(option.names == english[i]->options[j].names);
      CHECK(option.takes == english[i]->options[j].takes);
      CHECK(option.choices == english[i]->options[j].choices);
    }
  }
}

TEST_CASE("help: its examples are command lines that the program understands") {
  walk(describe_program(Language::fr), [](const DescribedCommand& command) {
    for (const Example& example : command.examples) {
      INFO(example.line);
      if (!example.line.starts_with("pes ")) continue;
      std::vector<std::string> words;
      for (const std::string& word : words_of(example.line)) {
        if (word == ">" || word == "&&") break;
        words.push_back(word);
      }
      words.erase(std::remove(words.begin(), words.end(), "verger\""), words.end());
      CHECK(parse_options(words, Language::fr).exit_code == 0);
    }
  });
}

TEST_CASE("man: the page names every command and option, and what exit codes mean") {
  for (const Language language : {Language::fr, Language::en}) {
    const DescribedCommand program = describe_program(language);
    const std::string page = without_escapes(manual_page(program, "1.2.3", language));
    walk(program, [&](const DescribedCommand& command) {
      CHECK(contains(page, command.path));
      CHECK(contains(page, command.sentence.substr(0, command.sentence.size() - 1)));
      for (const Example& example : command.examples) CHECK(contains(page, example.line));
      for (const DescribedOption& option : command.options) {
        for (const std::string& name : option.names) CHECK(contains(page, "\\fB" + name + "\\fR"));
        CHECK(contains(page, option.help));
      }
    });
    for (const Meaning& code : exit_codes()) CHECK(contains(page, code.text.in(language)));
  }
}

TEST_CASE("completion: the scripts name every command, option and choice") {
  const DescribedCommand program = describe_program(Language::fr);
  for (const Shell shell : {Shell::bash, Shell::zsh, Shell::fish}) {
    const std::string script = completion_script(program, shell);
    walk(program, [&](const DescribedCommand& command) {
      CHECK(contains(script, command.name));
      for (const DescribedOption& option : command.options) {
        for (const std::string& choice : option.choices) CHECK(contains(script, choice));
        if (option.is_argument) continue;
        const std::string& name = option.names.back();
        CHECK(contains(script, shell == Shell::fish ? " -l " + name.substr(2) : name));
      }
    });
  }
}

TEST_CASE("completion: values that have choices are words that a shell takes as they are") {
  walk(describe_program(Language::fr), [](const DescribedCommand& command) {
    for (const DescribedOption& option : command.options) {
      for (const std::string& choice : option.choices) {
        CHECK(std::all_of(choice.begin(), choice.end(), [](char c) {
          return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                 c == '-';
        }));
      }
    }
  });
}

TEST_CASE("version: the program first, then a line for each library") {
  std::istringstream lines(run_pes({"--version"}).out);
  std::string line;
  std::getline(lines, line);
  CHECK(line.starts_with("pes "));
  int libraries = 0;
  while (std::getline(lines, line)) {
    INFO(line);
    const std::size_t space = line.find(' ');
    REQUIRE(space != std::string::npos);
    CHECK(line.find_first_of("0123456789", space) == space + 1);
    ++libraries;
  }
  CHECK(libraries == 22);
}

}  // namespace pes::test
