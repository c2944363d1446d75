#pragma once

#include <cstddef>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "publish/output_file.h"
#include "publish/workplace.h"
#include "records/descriptor.h"
#include "run/workers.h"

namespace pes {

/// How the new site takes the place of the old one.
enum class Exchange {
  atomic,   ///< renameat2(RENAME_EXCHANGE): no moment without a whole site.
  two_step  ///< Two renames, for file systems without it: for an instant there is no site.
};

/// What a publication did.
struct Published {
  std::size_t written = 0;              ///< Number of files whose bytes are new.
  std::size_t bytes = 0;                ///< Of the whole site.
  std::vector<std::string> paths = {};  ///< Of all files in the folder, the mark of pes too.
};

/// Makes an output folder hold exactly some files, which may come as they are made.
///
/// Where nothing differs, nothing is touched. Otherwise the new site is put together in a hidden
/// folder beside the output, from new files and from links to those that stay the same, which keep
/// their time; then the two folders are exchanged in one step, or in two where the file system
/// cannot do that. Readers find either the whole old site or the whole new one. The old folder
/// stays, hidden, for the next time, but only with files that the new site has too.
///
/// What is destroyed before finish() leaves the old site as it was, and nothing else: if anything
/// was written, no folder for the next time either. What a run that was killed at any point has
/// left is cleared by the next one, and if it died between two renames the old site is put back. A
/// second publication into the same parent folder waits for the first.
///
/// Errors: std::system_error that names the file. A power cut is not covered: nothing is flushed to
///         the disk explicitly.
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
  [[nodiscard]] std::vector<std::string> find_strangers() const;
  void prepare();
  void put(const OutputFile& file) const;
  void link_what_stays(const std::vector<std::string>& strangers);
  void keep_spare(const std::vector<std::string>& strangers) noexcept;

  Workplace place_;
  Exchange exchange_;
  Workers workers_;
  Descriptor lock_;
  bool exists_ = false;    // there is an old site
  bool prepared_ = false;  // there is a staging folder
  bool reused_ = false;    // and it was the spare
  std::vector<std::string> paths_;
  std::vector<char> same_;  // by path: 1 where the old site has the file with the same bytes
  std::size_t bytes_ = 0;
};

}  // namespace pes
