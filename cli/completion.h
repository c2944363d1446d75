#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "described.h"

namespace pes {

enum class Shell : std::uint8_t { bash, zsh, fish };

/// "zsh" or "fish"; bash for anything else.
Shell parse_shell(std::string_view name);

/// A script with which the shell completes commands, options and their values. It never calls the
/// program.
///
/// Shape:  names and choices have no spaces.
/// Source: « Programmable Completion » of the bash manual; zshcompsys(1); complete(1) of fish.
std::string completion_script(const DescribedCommand& program, Shell shell);

/// The parts of completion_script().
std::string bash_completion(const DescribedCommand& program);
std::string zsh_completion(const DescribedCommand& program);
std::string fish_completion(const DescribedCommand& program);

}  // namespace pes
