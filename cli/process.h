#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace pes {

/// What another program left.
struct ProgramResult {
  int code = 0;     ///< Its exit code; 127 where there is no such program.
  std::string out;  ///< What it printed, if that was asked for.
};

/// Runs another program and waits for it; its errors go to stderr. With `capture`, what it prints
/// comes back and its errors are thrown away.
///
/// Shape:  the first argument is the program, looked for in PATH.
/// Errors: std::system_error.
ProgramResult run_program(std::vector<std::string> arguments, bool capture = false);

/// What git prints about the repository that holds a folder; empty without git, or without a
/// repository.
std::string run_git(const std::filesystem::path& folder, const std::vector<std::string>& command);

}  // namespace pes
