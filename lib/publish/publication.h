#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "run/workers.h"

namespace pes {

/// One file of the published site: its bytes, or the file that it is a copy of.
struct OutputFile {
  std::string path;   ///< Below the output folder, with `/`.
  std::string bytes;  ///< Used when `copy_of` is empty.
  std::filesystem::path copy_of;
};

/// How the new site takes the place of the old one.
enum class Exchange {
  atomic,   ///< renameat2(RENAME_EXCHANGE): no moment without a whole site.
  two_step  ///< Two renames, for file systems without it: for an instant there is no site.
};

/// Why a folder must not be replaced.
enum class Refusal {
  none,
  not_ours,        ///< It holds files, and no mark of an earlier publication.
  not_a_folder,    ///< Something else has that name.
  overlaps_source  ///< It contains, or lies in, what the site is made from.
};

/// Whether `output` may be replaced. `sources` are the folders that it must keep clear of, and
/// `root` the folder that holds them, in which it may lie.
Refusal check_output(const std::filesystem::path& output, const std::filesystem::path& root,
                     const std::vector<std::filesystem::path>& sources);

/// The folder beside `output` where what takes long to make is kept from one build to the next.
std::filesystem::path image_cache_of(const std::filesystem::path& output);

/// The file beside `output` that tells what the last publication was made from.
std::filesystem::path build_state_of(const std::filesystem::path& output);

/// True where no killed run has left anything that the next publication would clear.
bool is_settled(const std::filesystem::path& output);

/// What a publication did.
struct Published {
  std::size_t written = 0;              ///< Number of files whose bytes are new.
  std::size_t bytes = 0;                ///< Of the whole site.
  std::vector<std::string> paths = {};  ///< Of all files in the folder, the mark of pes too.
};

/// Makes the folder `output` hold exactly these files.
///
/// Where nothing differs, nothing is touched. Otherwise the new site is put together in a hidden
/// folder beside `output`, from new files and from links to those that stay the same, which keep
/// their time; then the two folders are exchanged in one step, or in two where the file system
/// cannot do that. Readers find either the whole old site or the whole new one. The old folder
/// stays, hidden, for the next time, but only with files that the new site has too.
///
/// What an earlier run left behind, killed at any point, is cleared first, and if that run died
/// between two renames the old site is put back. A second publication into the same parent folder
/// waits for the first.
///
/// Shape:  paths are distinct.
/// Errors: std::system_error that names the file; the old site is then as it was. So it is when
///         `output` holds files without the mark of an earlier publication. A power cut is not
///         covered: nothing is flushed to the disk explicitly.
Published publish(const std::filesystem::path& output, std::vector<OutputFile> files,
                  Exchange exchange, const Workers& workers);

}  // namespace pes
