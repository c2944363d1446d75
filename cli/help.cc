#include "help.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "text/table.h"
#include "text/utf8.h"

namespace pes {

namespace {

constexpr std::size_t line_width = 80;
constexpr std::size_t widest_left = 26;
constexpr std::size_t indent = 2;
constexpr std::string_view no_break = "\u00A0";

constexpr auto codes = std::to_array<Meaning>(
    {{"0", {"tout va bien", "all is well"}},
     {"1",
      {"le contenu a des erreurs, ou avec --strict des avertissements",
       "the content has errors, or with --strict warnings"}},
     {"2",
      {"la ligne de commande n'est pas comprise, ou la machine fait défaut ; rien n'est fait à "
       "moitié",
       "the command line is not understood, or the machine fails; nothing is half done"}}});

constexpr auto variables = std::to_array<Meaning>(
    {{"PES_LANG", {"langue des messages, fr ou en", "language of messages, fr or en"}},
     {"NO_COLOR", {"sans couleurs, si elle n'est pas vide", "no colours, unless it is empty"}},
     {"SOURCE_DATE_EPOCH",
      {"jour qui décide des consentements, en secondes depuis 1970",
       "day that decides about consents, in seconds since 1970"}}});

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos;
       at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
  return text;
}

// In French a mark stays on the line of the word before it.
std::vector<std::string> wrapped(std::string text, std::size_t width) {
  constexpr std::array marks = {":", ";", "?", "!", "»"};
  for (const std::string_view mark : marks) {
    text = replaced(std::move(text), fmt::format(" {}", mark), fmt::format("{}{}", no_break, mark));
  }
  std::vector<std::string> lines =
      wrap(replaced(std::move(text), "« ", fmt::format("«{}", no_break)), width);
  for (std::string& line : lines) line = replaced(std::move(line), no_break, " ");
  return lines;
}

// What stands on the left, and its explanation beside it, or below where the left is too long.
std::string entry(std::string_view left, std::string_view explanation, std::size_t left_width) {
  const std::string margin(indent, ' ');
  const std::string blank(indent + left_width, ' ');
  std::string out = margin + std::string(left);
  bool first = count_characters(left) + 2 <= left_width;
  if (!first) out += '\n';
  for (const std::string& line : wrapped(std::string(explanation), line_width - blank.size())) {
    out +=
        fmt::format("{}{}\n", first ? pad("", left_width - count_characters(left)) : blank, line);
    first = false;
  }
  return out;
}

// As much room as the longest name needs.
template <typename Named>
std::size_t width_for(const Named& list) {
  std::size_t width = 0;
  for (const auto& member : list) width = std::max(width, count_characters(member.name) + 2);
  return std::min(width, widest_left);
}

std::string heading(std::string_view title, Language language) {
  return fmt::format("\n{}{}\n", title, language == Language::fr ? " :" : ":");
}

std::string list_options(const DescribedCommand& command, Language language) {
  std::string out;
  for (const std::string& group : groups_of(command.options)) {
    out += heading(group, language);
    for (const DescribedOption& option : command.options) {
      if (option.group == group)
        out += entry(option_and_value(option), help_of(option, language), widest_left);
    }
  }
  return out;
}

std::string list_inner(const DescribedCommand& command, Language language) {
  std::string out;
  for (const std::string& group : groups_of(command.inner)) {
    out += heading(group, language);
    for (const DescribedCommand& inner : command.inner) {
      if (inner.group == group)
        out += entry(inner.name, in_list(inner.sentence), width_for(command.inner));
    }
  }
  return out;
}

std::string list_examples(const DescribedCommand& command, Language language) {
  if (command.examples.empty()) return {};
  std::string out = heading(Text{"Exemples", "Examples"}.in(language), language);
  for (const Example& example : command.examples) {
    out += fmt::format("  {}\n", example.line);
    for (const std::string& line : wrapped(example.meaning, line_width - 6)) {
      out += fmt::format("      {}\n", line);
    }
  }
  return out;
}

std::string list_meanings(Text title, std::span<const Meaning> meanings, Language language) {
  std::string out = heading(title.in(language), language);
  for (const Meaning& meaning : meanings)
    out += entry(meaning.name, meaning.text.in(language), width_for(meanings));
  return out;
}

bool is_program(const DescribedCommand& command) { return command.path == command.name; }

}  // namespace

std::span<const Meaning> exit_codes() { return codes; }

std::span<const Meaning> environment_variables() { return variables; }

std::string option_and_value(const DescribedOption& option) {
  const bool several = option.most > 1;
  return fmt::format("{}{}{}{}", all_names(option), option.value.empty() ? "" : " ", option.value,
                     several ? " ..." : "");
}

std::string help_of(const DescribedOption& option, Language language) {
  const Text required{" (obligatoire)", " (required)"};
  return fmt::format("{}{}", option.help, option.required ? required.in(language) : "");
}

std::string usage_of(const DescribedCommand& command, Language language) {
  std::string out = command.path;
  if (!command.inner.empty()) {
    const std::string_view word = Text{"COMMANDE", "COMMAND"}.in(language);
    const bool needed = command.needs_inner || is_program(command);
    out += fmt::format(fmt::runtime(needed ? " {}" : " [{}]"), word);
  }
  for (const DescribedOption& option : command.options) {
    if (option.is_argument) {
      out += fmt::format(fmt::runtime(option.required ? " {}" : " [{}]"), option.names.front());
    } else if (option.required) {
      out += " " + option_and_value(option);
    }
  }
  return out + " [OPTIONS]";
}

std::string help_text(const DescribedCommand& command, Language language) {
  std::string out;
  for (const std::string& line : wrapped(command.sentence, line_width)) out += line + "\n";
  out += fmt::format("\n{} {}\n", Text{"Utilisation :", "Usage:"}.in(language),
                     usage_of(command, language));
  out += list_inner(command, language);
  out += list_options(command, language);
  out += list_examples(command, language);
  if (!is_program(command)) return out;
  out += list_meanings({"Codes de sortie", "Exit codes"}, codes, language);
  out += list_meanings({"Variables d'environnement", "Environment"}, variables, language);
  return out;
}

}  // namespace pes
