#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/language.h"

namespace pes {

/// What the shell can offer behind an option, or for an argument.
enum class Takes : std::uint8_t {
  nothing,  ///< A flag.
  text,     ///< Anything; nothing to offer.
  choice,   ///< One of `DescribedOption::choices`.
  file,
  folder
};

/// An option, or an argument without a name of its own on the command line.
struct DescribedOption {
  std::vector<std::string> names;  ///< "-h" and "--help"; "code" alone for an argument.
  bool is_argument = false;
  bool required = false;
  Takes takes = Takes::nothing;
  std::string value;  ///< What help calls the value: "DOSSIER", "fr|en".
  std::vector<std::string> choices;
  int most = 0;       ///< Values that may follow.
  std::string help;   ///< In lower case, without a full stop.
  std::string group;  ///< The heading that it stands below.
};

/// A command line worth showing.
struct Example {
  std::string line;
  std::string meaning;
};

/// The program, one of its commands, or a command inside one: what help, manual and completions
/// are written from.
struct DescribedCommand {
  std::string path;      ///< « pes new projet »
  std::string name;      ///< « projet »
  std::string sentence;  ///< What it does, with a full stop.
  std::string group;     ///< The heading that it stands below.
  bool needs_inner = false;
  std::vector<DescribedOption> options;  ///< All that it understands, its own ones first.
  std::vector<Example> examples;
  std::vector<DescribedCommand> inner;
};

/// The heading of the options that all commands have.
constexpr Text common_options{"Options de toutes les commandes", "Options of all commands"};

/// The words for a value that make it a file or a folder.
constexpr Text file_value{"FICHIER", "FILE"};
constexpr Text folder_value{"DOSSIER", "DIR"};

/// The sentence without its full stop, for lists.
std::string_view in_list(std::string_view sentence);

/// "-h, --help"; the bare name of an argument.
std::string all_names(const DescribedOption& option);

/// Every command of the tree, the outer ones first.
std::vector<const DescribedCommand*> all_of(const DescribedCommand& program);

/// The headings of options, or of commands, in the order of their first member.
template <typename Member>
std::vector<std::string> groups_of(const std::vector<Member>& members) {
  std::vector<std::string> groups;
  for (const Member& member : members) {
    bool known = false;
    for (const std::string& group : groups) known = known || group == member.group;
    if (!known) groups.push_back(member.group);
  }
  return groups;
}

}  // namespace pes
