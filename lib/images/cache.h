#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>

#include "disk/folder.h"

namespace pes {

/// A folder of files that take long to make and follow from their name alone.
///
/// Deleting or damaging it costs time and nothing else: each file carries the digest of its bytes
/// in its own name, and is made again where they differ. A link in its place is deleted, never
/// followed.
class Cache {
 public:
  /// Shape: the folder is made with the first file, and goes away with the last.
  explicit Cache(std::filesystem::path folder);

  /// Where the file of that name lies, if it is there and whole.
  [[nodiscard]] std::optional<std::filesystem::path> find(const std::string& name);

  /// Keeps a file, and returns where.
  std::filesystem::path keep(const std::string& name, const std::string& bytes);

  /// Deletes everything that was neither found nor kept: what is no longer published must not
  /// live on here.
  void prune();

 private:
  const Folder& open();

  std::filesystem::path path_;
  std::optional<Folder> folder_;
  std::map<std::string, std::string> files_;  ///< By name, how they are called here.
  std::set<std::string> used_;
};

}  // namespace pes
