#pragma once

#include <map>
#include <string>
#include <vector>

namespace pes::test {

/// What a finished process left.
struct Finished {
  int code = -1;
  std::string out;
  std::string err;
};

using Environment = std::map<std::string, std::string>;

/// Runs the program and waits for it. Its environment is `environment` alone.
Finished run_pes(const std::vector<std::string>& arguments, const Environment& environment = {});

/// Runs a line of shell in which $PES is the program, and returns its exit code.
int run_shell(const std::string& line);

/// The same for a copy of the program.
Finished run_copy(const std::string& program, const std::vector<std::string>& arguments);

/// Starts the program with its output thrown away, and returns its process id.
int start_pes(const std::vector<std::string>& arguments);

}  // namespace pes::test
