#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "disk/folder.h"
#include "publish/output_file.h"
#include "run/workers.h"

namespace pes {

/// What others must be able to read, whatever the umask says.
inline constexpr mode_t file_mode = 0644;
inline constexpr mode_t folder_mode = 0755;

/// A file that the new site is to hold.
struct PlannedFile {
  std::string path;
  std::size_t size = 0;
  Fingerprint bytes;
  bool same = false;  ///< The old site has it.
};

/// Reads what a file is to hold.
///
/// Errors: std::system_error that names the file; std::runtime_error where a copied file is not
///         what was looked at.
PlannedFile plan_file(const OutputFile& file);

/// True if a folder has this very file.
bool has_file(const Folder& folder, const PlannedFile& file);

/// Deletes what has the path of a file that is to be made, or that of a folder around it and is
/// none. Other links to what is deleted stay as they are.
void clear_way(const Folder& folder, std::string_view path);

/// Writes a new file, with the folders that it lies in.
///
/// Shape:  nothing is in the way.
/// Errors: as plan_file().
void put_file(const Folder& folder, const OutputFile& file, const PlannedFile& planned);

/// The same as a link to the file of another folder, or as a copy where there are no such links.
void put_link(const Folder& folder, const Folder& model, const PlannedFile& planned);

/// True where both folders have the same file there, by a link.
bool is_same_file(const Folder& a, const Folder& b, std::string_view path);

/// The paths of a site that is to be, to find out what does not belong to it.
class PlannedTree {
 public:
  /// Shape: `files` outlive this.
  explicit PlannedTree(std::span<const PlannedFile> files);

  /// What lies in a folder and has no place there: files and folders that nobody planned, and what
  /// is neither, by rising path. Folders that others cannot enter count.
  [[nodiscard]] std::vector<std::string> strangers_in(const Folder& folder,
                                                      const Workers& workers) const;

  /// Makes sure that a folder holds exactly the planned paths with exactly the planned bytes.
  ///
  /// Errors: std::runtime_error that names the first path that is different.
  void verify(const Folder& folder, const Workers& workers) const;

 private:
  std::span<const PlannedFile> files_;
  std::unordered_map<std::string_view, const PlannedFile*> by_path_;
  std::unordered_set<std::string_view> folders_;
};

}  // namespace pes
