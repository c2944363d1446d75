#include "manual.h"

#include <fmt/format.h>

#include "help.h"

namespace pes {

namespace {

// Text that roff shows as it is. A hyphen that is typed is no typographic one, and in French a mark
// stays on the line of the word before it.
std::string roff(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::string_view rest = text.substr(i);
    const bool starts_line = i == 0 || text[i - 1] == '\n';
    if (starts_line && (rest.front() == '.' || rest.front() == '\'')) out += "\\&";
    const bool glued = rest.starts_with(" :") || rest.starts_with(" ;") || rest.starts_with(" ?") ||
                       rest.starts_with(" !") || rest.starts_with(" »") ||
                       (rest.starts_with(" ") && text.substr(0, i).ends_with("«"));
    switch (rest.front()) {
      case ' ':
        out += glued ? "\\~" : " ";
        break;
      case '\\':
        out += "\\e";
        break;
      case '-':
        out += "\\-";
        break;
      case '\'':
        out += "\\(aq";
        break;
      case '~':
        out += "\\(ti";
        break;
      default:
        out += rest.front();
    }
  }
  return out;
}

std::string bold(std::string_view text) { return fmt::format("\\fB{}\\fR", roff(text)); }

std::string italic(std::string_view text) { return fmt::format("\\fI{}\\fR", roff(text)); }

std::string section(std::string_view title) { return fmt::format(".SH \"{}\"\n", roff(title)); }

std::string entry(std::string_view left, std::string_view text) {
  return fmt::format(".TP\n{}\n{}\n", left, roff(text));
}

std::string option_entry(const DescribedOption& option, Language language) {
  std::string left;
  for (const std::string& name : option.names) {
    left += fmt::format("{}{}", left.empty() ? "" : ", ", bold(name));
  }
  if (!option.value.empty()) left += fmt::format(" {}", italic(option.value));
  if (option.most > 1) left += " .\\|.\\|.";
  return entry(left, help_of(option, language));
}

// The options of one command; those of all commands have a section of their own.
std::string own_options(const DescribedCommand& command, Language language) {
  std::string out;
  for (const std::string& group : groups_of(command.options)) {
    if (group == common_options.in(language)) continue;
    out += fmt::format(".PP\n{}{}\n", roff(group), language == Language::fr ? "\\~:" : ":");
    for (const DescribedOption& option : command.options) {
      if (option.group == group) out += option_entry(option, language);
    }
  }
  return out;
}

std::string examples_of(const DescribedCommand& command) {
  std::string out;
  for (const Example& example : command.examples) out += entry(bold(example.line), example.meaning);
  return out;
}

std::string command_part(const DescribedCommand& command, Language language) {
  std::string out = fmt::format(".SS \"{}\"\n{}\n.PP\n{}\n", roff(command.path),
                                roff(command.sentence), bold(usage_of(command, language)));
  out += own_options(command, language);
  if (!command.examples.empty()) {
    out += fmt::format(".PP\n{}\n", Text{"Exemples\\~:", "Examples:"}.in(language));
    out += examples_of(command);
  }
  for (const DescribedCommand& inner : command.inner) out += command_part(inner, language);
  return out;
}

std::string common_part(const DescribedCommand& program, Language language) {
  std::string out =
      section(Text{"OPTIONS DE TOUTES LES COMMANDES", "OPTIONS OF ALL COMMANDS"}.in(language));
  for (const DescribedOption& option : program.inner.front().options) {
    if (option.group == common_options.in(language)) out += option_entry(option, language);
  }
  return out;
}

std::string meanings(Text title, std::span<const Meaning> list, Language language) {
  std::string out = section(title.in(language));
  for (const Meaning& meaning : list) out += entry(bold(meaning.name), meaning.text.in(language));
  return out;
}

}  // namespace

std::string manual_page(const DescribedCommand& program, std::string_view version,
                        Language language) {
  const auto say = [&](Text text) { return text.in(language); };
  std::string out = fmt::format("'\\\" -*- coding: utf-8 -*-\n.TH PES 1 \"\" \"pes {}\" \"{}\"\n",
                                version, say({"Manuel de l\\(aqutilisateur", "User Commands"}));
  out += section(say({"NOM", "NAME"}));
  out += fmt::format("pes \\- {}\n", roff(in_list(program.sentence)));
  out += section("SYNOPSIS");
  out += fmt::format("{}\n", bold(usage_of(program, language)));
  out += section("DESCRIPTION") + own_options(program, language);
  out += section(say({"COMMANDES", "COMMANDS"}));
  for (const DescribedCommand& command : program.inner) out += command_part(command, language);
  out += common_part(program, language);
  out += meanings({"CODES DE SORTIE", "EXIT STATUS"}, exit_codes(), language);
  out += meanings({"VARIABLES D'ENVIRONNEMENT", "ENVIRONMENT"}, environment_variables(), language);
  out += section(say({"EXEMPLES", "EXAMPLES"})) + examples_of(program);
  return out;
}

}  // namespace pes
