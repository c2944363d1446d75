#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

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

/// Replaces the folder `output` by exactly these files.
///
/// Everything is written into a hidden folder beside `output` first, and the two are exchanged in
/// one step; where the file system cannot do that, in two. Readers find either the whole old site
/// or the whole new one. What an earlier run left behind, killed at any point, is cleared first,
/// and if that run died between two renames the old site is put back. A second publication into
/// the same parent folder waits for the first.
///
/// Shape:  paths are distinct; `progress` is called after each file with the number written.
/// Units:  returns the number of bytes written.
/// Errors: std::system_error that names the file; the old site is then as it was. So it is when
///         `output` holds files without the mark of an earlier publication. A power cut is not
///         covered: nothing is flushed to the disk explicitly.
std::size_t publish(const std::filesystem::path& output, const std::vector<OutputFile>& files,
                    Exchange exchange, const std::function<void(std::size_t)>& progress);

}  // namespace pes
