#include "publish/file_walk.h"

#include <algorithm>
#include <iterator>

namespace pes {

namespace fs = std::filesystem;

namespace {

std::vector<WalkedEntry> list(const fs::path& root, const std::string& folder) {
  std::vector<WalkedEntry> entries;
  for (const auto& entry : fs::directory_iterator(root / folder)) {
    const std::string name = entry.path().filename().string();
    entries.push_back(
        {folder.empty() ? name : folder + "/" + name, !entry.is_symlink() && entry.is_directory()});
  }
  return entries;
}

}  // namespace

// One level after the other, the folders of a level on all threads.
std::vector<WalkedEntry> walk(const fs::path& folder, const Workers& workers) {
  std::vector<WalkedEntry> all;
  if (!fs::is_directory(folder)) return all;
  std::vector<std::string> level = {""};
  while (!level.empty()) {
    std::vector<std::vector<WalkedEntry>> listed(level.size());
    workers.for_each(level.size(), [&](std::size_t i) { listed[i] = list(folder, level[i]); });
    level.clear();
    for (std::vector<WalkedEntry>& entries : listed) {
      for (const WalkedEntry& entry : entries) {
        if (entry.folder) level.push_back(entry.path);
      }
      std::move(entries.begin(), entries.end(), std::back_inserter(all));
    }
  }
  std::sort(all.begin(), all.end(),
            [](const WalkedEntry& a, const WalkedEntry& b) { return a.path < b.path; });
  return all;
}

}  // namespace pes
