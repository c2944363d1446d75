#include <fmt/format.h>

#include <map>
#include <set>

#include "completion.h"

namespace pes {

namespace {

// What follows the words that have been typed; « @file » and « @folder » stand for those.
constexpr std::string_view start =
    R"(# Completion of pes for bash; « pes completion bash » prints it.

_pes() {
  local current=${COMP_WORDS[COMP_CWORD]} path=pes option='' given=0 offered='' i word
  [[ $current == '=' ]] && current=''
  for ((i = 1; i < COMP_CWORD; i++)); do
    word=${COMP_WORDS[i]}
    case $word in
      '=') ;;
      -*) option=$word given=0 ;;
      *)
        given=$((given + 1))
        case "$path $word" in
)";
constexpr std::string_view values = R"(            path="$path $word" option='' given=0
            ;;
        esac
        ;;
    esac
  done
  case "$path $option $given" in
)";
constexpr std::string_view words = R"(  esac
  if [[ $current == -* || -z $offered ]]; then
    case $path in
)";
constexpr std::string_view end = R"(    esac
  fi
  COMPREPLY=()
  case $offered in
    @text) ;;
    @file)
      compopt -o filenames 2>/dev/null
      mapfile -t COMPREPLY < <(compgen -f -- "$current")
      ;;
    @folder)
      compopt -o filenames 2>/dev/null
      mapfile -t COMPREPLY < <(compgen -d -- "$current")
      ;;
    *) mapfile -t COMPREPLY < <(compgen -W "$offered" -- "$current") ;;
  esac
}

complete -F _pes pes
)";

std::string offered(const DescribedOption& option) {
  switch (option.takes) {
    case Takes::nothing:
      return "";
    case Takes::text:
      return "@text";
    case Takes::choice:
      return fmt::format("{}", fmt::join(option.choices, " "));
    case Takes::file:
      return "@file";
    case Takes::folder:
      return "@folder";
  }
  return "";
}

std::string command_words(const std::vector<const DescribedCommand*>& commands) {
  std::vector<std::string> paths;
  for (const DescribedCommand* command : commands) {
    if (command != commands.front()) paths.push_back(fmt::format("'{}'", command->path));
  }
  return fmt::format("          {})\n", fmt::join(paths, " | "));
}

// What each option offers; most offer the same in every command that has them.
std::map<std::string, std::set<std::string>> offered_by_name(
    const std::vector<const DescribedCommand*>& commands) {
  std::map<std::string, std::set<std::string>> out;
  for (const DescribedCommand* command : commands) {
    for (const DescribedOption& option : command->options) {
      for (const std::string& name : option.names) out[name].insert(offered(option));
    }
  }
  return out;
}

// One line for each thing that can be offered: behind which options, and what.
std::string option_values(const std::vector<const DescribedCommand*>& commands) {
  auto by_name = offered_by_name(commands);
  std::map<std::string, std::set<std::string>> places;
  for (const DescribedCommand* command : commands) {
    for (const DescribedOption& option : command->options) {
      if (option.is_argument || option.takes == Takes::nothing) continue;
      const std::string& name = option.names.back();
      for (int given = 0; given < option.most; ++given) {
        const std::string place = by_name[name].size() == 1
                                      ? fmt::format("*' {} {}'", name, given)
                                      : fmt::format("'{} {} {}'", command->path, name, given);
        places[offered(option)].insert(place);
      }
    }
  }
  std::string out;
  for (const auto& [what, where] : places) {
    out += fmt::format("    {}) offered='{}' ;;\n", fmt::join(where, " | "), what);
  }
  return out;
}

// Commands and arguments, else options.
std::string words_of(const DescribedCommand& command) {
  std::vector<std::string> options;
  std::string argument;
  std::vector<std::string> inner;
  for (const DescribedCommand& each : command.inner) inner.push_back(each.name);
  for (const DescribedOption& option : command.options) {
    if (option.is_argument) {
      argument = offered(option);
    } else {
      options.insert(options.end(), option.names.begin(), option.names.end());
    }
  }
  if (!inner.empty()) argument = fmt::format("{}", fmt::join(inner, " "));
  std::string out =
      fmt::format("      '{}')\n        offered='{}'\n", command.path, fmt::join(options, " "));
  if (!argument.empty()) {
    out += fmt::format("        [[ $current == -* ]] || offered='{}'\n", argument);
  }
  return out + "        ;;\n";
}

}  // namespace

std::string bash_completion(const DescribedCommand& program) {
  const auto commands = all_of(program);
  std::string out(start);
  out += command_words(commands);
  out += values;
  out += option_values(commands);
  out += words;
  for (const DescribedCommand* command : commands) out += words_of(*command);
  out += end;
  return out;
}

}  // namespace pes
