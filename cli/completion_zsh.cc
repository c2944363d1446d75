#include <fmt/format.h>

#include <algorithm>

#include "completion.h"

namespace pes {

namespace {

constexpr std::string_view start = R"(#compdef pes
# Completion of pes for zsh; « pes completion zsh » prints it.
)";
// A file of $fpath is the body of the function that it is named after.
constexpr std::string_view end = R"(
if [[ ${funcstack[1]} == _pes ]]; then
  _pes "$@"
else
  compdef _pes pes
fi
)";

std::string function_name(const DescribedCommand& command) {
  std::string name = "_" + command.path;
  std::replace(name.begin(), name.end(), ' ', '_');
  return name;
}

// Within single quotes, where _arguments and _describe give a meaning to some characters.
std::string escaped(std::string_view text, std::string_view special) {
  std::string out;
  for (const char c : text) {
    if (c == '\'') {
      out += "'\\''";
      continue;
    }
    if (special.find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out;
}

std::string action(const DescribedOption& option) {
  switch (option.takes) {
    case Takes::choice:
      return fmt::format("({})", fmt::join(option.choices, " "));
    case Takes::file:
      return "_files";
    case Takes::folder:
      return "_files -/";
    case Takes::text:
    case Takes::nothing:
      break;
  }
  return " ";
}

std::string specification(const DescribedOption& option) {
  if (option.is_argument) {
    return fmt::format("'1:{}:{}'", escaped(option.help, ":\\"), action(option));
  }
  std::string words = fmt::format("[{}]", escaped(option.help, "[]:\\"));
  for (int i = 0; i < option.most; ++i) {
    // The second value of an option may be left out.
    words +=
        fmt::format("{}{}:{}", i == 0 ? ":" : "::", escaped(option.value, ":\\"), action(option));
  }
  if (option.names.size() > 1) {
    return fmt::format("'({})'{{{}}}'{}'", fmt::join(option.names, " "),
                       fmt::join(option.names, ","), words);
  }
  return fmt::format("'{}{}{}'", option.names.front(), option.most == 1 ? "=" : "", words);
}

std::string choose_inner(const DescribedCommand& command) {
  std::string out = R"(  case $state in
    command)
      local -a commands=(
)";
  for (const DescribedCommand& inner : command.inner) {
    out += fmt::format("        '{}:{}'\n", inner.name, escaped(in_list(inner.sentence), ":\\"));
  }
  out += R"(      )
      _describe -t commands command commands
      ;;
    rest)
      case ${line[1]} in
)";
  for (const DescribedCommand& inner : command.inner) {
    out += fmt::format("        {}) {} ;;\n", inner.name, function_name(inner));
  }
  return out + "      esac\n      ;;\n  esac\n";
}

std::string function_of(const DescribedCommand& command) {
  const bool outer = !command.inner.empty();
  std::string out = fmt::format("\n{}() {{\n", function_name(command));
  if (outer) {
    out +=
        "  local curcontext=$curcontext context state state_descr line\n"
        "  local -A opt_args\n";
  }
  // What follows an inner command is for that one alone.
  out += outer ? "  _arguments -C -A '-*'" : "  _arguments";
  for (const DescribedOption& option : command.options) {
    out += fmt::format(" \\\n    {}", specification(option));
  }
  if (!outer) return out + "\n}\n";
  out += " \\\n    '1: :->command' \\\n    '*:: :->rest' && return\n";
  return out + choose_inner(command) + "}\n";
}

}  // namespace

std::string zsh_completion(const DescribedCommand& program) {
  std::string out(start);
  for (const DescribedCommand* command : all_of(program)) out += function_of(*command);
  out += end;
  return out;
}

}  // namespace pes
