#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "disk/folder.h"
#include "publish/output_file.h"
#include "publish/output_tree.h"
#include "publish/workplace.h"
#include "run/workers.h"

namespace pes {

/// How the new site takes the place of the old one.
enum class Exchange {
  atomic,   ///< renameat2(RENAME_EXCHANGE): no moment without a whole site.
  two_step  ///< Two renames, for file systems without it: for an instant there is no site.
};

/// What a publication did.
struct Published {
  std::size_t written = 0;  ///< Number of files whose bytes are new.
  std::size_t files = 0;    ///< Of all files in the folder, the mark of pes too.
  std::size_t bytes = 0;    ///< Of the whole site.
};

/// Makes an output folder hold exactly some files, which may come as they are made.
///
/// Where nothing differs, nothing is touched. Otherwise the new site is put together in a hidden
/// folder beside the output, from new files and from links to those that stay the same, which keep
/// their time. Before anything else it is read from end to end: it holds exactly the planned paths
/// with exactly the planned bytes, whatever others have left there or changed meanwhile. Then the
/// two folders are exchanged in one step, or in two where the file system cannot do that. Readers
/// find either the whole old site or the whole new one. The old folder stays, hidden, for the next
/// time, but only with files that the new site has too.
///
/// What is destroyed before finish() leaves the old site as it was, and nothing else: if anything
/// was written, no folder for the next time either. What a run that was killed at any point has
/// left is cleared by the next one, and if it died between two renames the old site is put back. A
/// second publication into the same parent folder waits for the first.
///
/// Links in the place of folders are never followed, and files are 0644, folders 0755, whatever
/// the umask says; until the exchange nobody else may enter the new folder.
///
/// A power cut is like a kill where the file system keeps the order of changes to folders: the new
/// site is on the disk before it takes the place of the old one, and that before the old one goes.
///
/// Errors: std::system_error that names the file; std::runtime_error where another program changes
///         it meanwhile.
class Publication {
 public:
  /// Errors: an output that holds files without the mark of an earlier publication.
  Publication(const std::filesystem::path& output, Exchange exchange, const Workers& workers);
  ~Publication();
  Publication(const Publication&) = delete;
  Publication& operator=(const Publication&) = delete;

  /// Puts files into the new site. Their bytes are let go: each is then a copy of the file on the
  /// disk that has them, as long as the publication is not finished.
  ///
  /// Shape:  no path comes twice.
  void add(std::span<OutputFile> files);

  /// Puts the new site in the place of the old one.
  Published finish();

 private:
  void prepare();
  void clean_spare(const Folder& spare) const;
  void put(const OutputFile& file, const PlannedFile& planned) const;
  void link_what_stays(const PlannedTree& tree) const;
  void keep_spare(const PlannedTree& tree) noexcept;

  Workplace place_;
  Exchange exchange_;
  Workers workers_;
  Folder parent_;  // held by a lock
  std::optional<Folder> old_;
  std::optional<Folder> staging_;
  bool reused_ = false;  // the staging folder was the spare
  std::vector<PlannedFile> planned_;
};

}  // namespace pes
