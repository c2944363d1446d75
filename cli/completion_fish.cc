#include <fmt/format.h>

#include "completion.h"

namespace pes {

namespace {

constexpr std::string_view start =
    R"(# Completion of pes for fish; « pes completion fish » prints it.

# The commands that have been typed: « pes new projet ».
function __pes_path
    set -l path pes
    set -l words (commandline -opc)
    for word in $words[2..-1]
        switch "$path $word"
            case )";
constexpr std::string_view after_paths = R"(
                set path "$path $word"
        end
    end
    echo $path
end

function __pes_at
    test (__pes_path) = $argv[1]
end

complete -c pes -f
)";

std::string quoted(std::string_view text) {
  std::string out = "'";
  for (const char c : text) {
    if (c == '\'' || c == '\\') out += '\\';
    out += c;
  }
  return out + "'";
}

std::string what_follows(const DescribedOption& option) {
  switch (option.takes) {
    case Takes::nothing:
      return "";
    case Takes::text:
      return option.is_argument ? "" : " -x";
    case Takes::choice:
      return fmt::format("{} -a {}", option.is_argument ? "" : " -x",
                         quoted(fmt::format("{}", fmt::join(option.choices, " "))));
    case Takes::file:
      return option.is_argument ? " -F" : " -r -F";
    case Takes::folder:
      return " -x -a '(__fish_complete_directories)'";
  }
  return "";
}

std::string option_line(const DescribedCommand& command, const DescribedOption& option) {
  std::string names;
  for (const std::string& name : option.names) {
    if (option.is_argument) break;
    names += name.starts_with("--") ? fmt::format(" -l {}", name.substr(2))
                                    : fmt::format(" -s {}", name.substr(1));
  }
  const std::string help = option.is_argument ? "" : " -d " + quoted(option.help);
  return fmt::format("complete -c pes -n {}{}{}{}\n", quoted("__pes_at " + quoted(command.path)),
                     names, what_follows(option), help);
}

std::string lines_of(const DescribedCommand& command) {
  std::string out = fmt::format("\n# {}\n", command.path);
  for (const DescribedCommand& inner : command.inner) {
    out += fmt::format("complete -c pes -n {} -a {} -d {}\n",
                       quoted("__pes_at " + quoted(command.path)), inner.name,
                       quoted(in_list(inner.sentence)));
  }
  for (const DescribedOption& option : command.options) {
    if (option.is_argument && option.takes == Takes::text) continue;
    out += option_line(command, option);
  }
  return out;
}

}  // namespace

std::string fish_completion(const DescribedCommand& program) {
  const auto commands = all_of(program);
  std::vector<std::string> paths;
  for (const DescribedCommand* command : commands) {
    if (command != commands.front()) paths.push_back(quoted(command->path));
  }
  std::string out(start);
  out += fmt::format("{}", fmt::join(paths, " "));
  out += after_paths;
  for (const DescribedCommand* command : commands) out += lines_of(*command);
  return out;
}

}  // namespace pes
