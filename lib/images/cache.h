#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>

namespace pes {

/// A folder of files that take long to make and follow from their name alone.
///
/// Deleting or damaging it costs time and nothing else: each file carries the digest of its bytes
/// in its own name, and is made again where they differ.
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
  std::filesystem::path folder_;
  std::map<std::string, std::filesystem::path> files_;  ///< By name.
  std::set<std::filesystem::path> used_;
};

}  // namespace pes
