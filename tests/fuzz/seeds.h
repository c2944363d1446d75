#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pes::test {

/// The fixtures of the repository that end with `ending` and are at most `longest` bytes long:
/// those of content/, themes/ and the folders of tests/ that hold sites.
std::vector<std::string> fixtures(std::string_view ending, std::size_t longest = 16'384);

/// The lines of a file of tests/.
std::vector<std::string> lines_of(std::string_view file);

}  // namespace pes::test
