#include "fuzz/seeds.h"

#include <fstream>
#include <set>

#include "support/files.h"

namespace pes::test {

namespace fs = std::filesystem;

std::vector<std::string> fixtures(std::string_view ending, std::size_t longest) {
  std::set<std::string> found;
  for (const char* folder : {"content", "themes", "tests/sites", "tests/sites_invalid",
                             "tests/mistakes", "tests/publish/fichiers", "tests/images/fichiers"}) {
    for (const auto& entry : fs::recursive_directory_iterator(repository() / folder)) {
      if (!entry.is_regular_file() || entry.file_size() > longest) continue;
      if (entry.path().string().ends_with(ending)) found.insert(read(entry.path()));
    }
  }
  return {found.begin(), found.end()};
}

std::vector<std::string> lines_of(std::string_view file) {
  std::ifstream stream(repository() / "tests" / file);
  std::vector<std::string> lines;
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

}  // namespace pes::test
