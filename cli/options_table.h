#pragma once

#include <span>

#include "options_commands.h"

namespace pes {

/// A command line that helps and manuals show, and what it does.
struct ExampleText {
  std::string_view line;
  Text meaning;
};

/// One command: all that the program, its help, its manual and its completions know about it.
struct CommandRow {
  Command command;
  std::string_view name;
  Text group;
  Text sentence;
  void (*add_options)(OptionAdder& add, RawOptions& raw);
  std::span<const ExampleText> examples;
};

/// THE table of commands. Nothing else lists them.
std::span<const CommandRow> all_commands();

/// Command lines for somebody who knows none of the commands.
std::span<const ExampleText> first_examples();

}  // namespace pes
