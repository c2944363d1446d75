#include "disk/walk.h"

#include <algorithm>
#include <iterator>

namespace pes {

namespace {

std::vector<WalkedEntry> list(const Folder& root, const std::string& path) {
  std::vector<WalkedEntry> entries;
  const auto below = path.empty() ? std::nullopt : root.find(path);
  if (!path.empty() && !below) return entries;  // it went away meanwhile
  const Folder& folder = below ? *below : root;
  for (const auto& [name, kind] : folder.list()) {
    if (const auto status = folder.status(name)) {
      entries.push_back({path.empty() ? name : path + "/" + name, *status});
    }
  }
  return entries;
}

}  // namespace

// One level after the other, the folders of a level on all threads.
std::vector<WalkedEntry> walk(const Folder& folder, const Workers& workers) {
  std::vector<WalkedEntry> all;
  std::vector<std::string> level = {""};
  while (!level.empty()) {
    std::vector<std::vector<WalkedEntry>> listed(level.size());
    workers.for_each(level.size(), [&](std::size_t i) { listed[i] = list(folder, level[i]); });
    level.clear();
    for (std::vector<WalkedEntry>& entries : listed) {
      for (const WalkedEntry& entry : entries) {
        if (is_folder(entry.status)) level.push_back(entry.path);
      }
      std::move(entries.begin(), entries.end(), std::back_inserter(all));
    }
  }
  std::sort(all.begin(), all.end(),
            [](const WalkedEntry& a, const WalkedEntry& b) { return a.path < b.path; });
  return all;
}

}  // namespace pes
