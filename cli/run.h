#pragma once

#include <string>
#include <vector>

namespace pes {

/// Runs the program with the arguments that follow its name, and returns its exit code: 0 fine, 1
/// the content has errors, 2 usage or machine. The one place where exceptions end.
int run(const std::vector<std::string>& arguments);

}  // namespace pes
