#include "site/relations.h"

#include <algorithm>
#include <map>
#include <string>

#include "site/lists.h"

namespace pes {

namespace {

constexpr std::size_t most_related = 3;

// What an entry can have in common with others, closest first.
std::vector<std::string> bonds(const Entry& entry) {
  std::vector<std::string> keys;
  if (entry.programme && entry.territory) {
    keys.push_back(entry.programme->address + entry.territory->address);
  }
  if (entry.territory) keys.push_back(entry.territory->address);
  for (const Link& theme : entry.themes) keys.push_back(theme.address);
  if (entry.programme) keys.push_back(entry.programme->address);
  return keys;
}

}  // namespace

std::vector<std::vector<EntryId>> find_related(std::span<const Entry> entries) {
  // One more than shown, since an entry meets itself among its own.
  std::map<std::string, std::vector<EntryId>> first_of;
  std::vector<std::vector<std::string>> keys(entries.size());
  for (EntryId i = 0; i < entries.size(); ++i) {
    if (!is_achievement(entries[i])) continue;
    keys[i] = bonds(entries[i]);
    for (const std::string& key : keys[i]) {
      auto& list = first_of[key];
      if (list.size() <= most_related * 2) list.push_back(i);
    }
  }
  std::vector<std::vector<EntryId>> related(entries.size());
  for (EntryId i = 0; i < entries.size(); ++i) {
    auto& chosen = related[i];
    for (const std::string& key : keys[i]) {
      for (const EntryId other : first_of[key]) {
        const bool known = std::find(chosen.begin(), chosen.end(), other) != chosen.end();
        if (other != i && !known && chosen.size() < most_related) chosen.push_back(other);
      }
    }
  }
  return related;
}

}  // namespace pes
