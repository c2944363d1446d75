#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "publish/publication.h"

namespace pes {

/// How a folder differs from the files that it should hold.
struct TreeComparison {
  std::vector<char> same;              ///< By file: 1 where it lies there with the same bytes.
  std::vector<std::string> strangers;  ///< Paths of everything else that lies there, no folders.
  std::size_t bytes = 0;               ///< Of all the files together.

  [[nodiscard]] std::size_t different() const;
};

/// Reads a folder, which may be missing, file by file beside what it should hold.
///
/// Errors: std::system_error for a file to be copied that cannot be read.
TreeComparison compare_tree(const std::filesystem::path& folder,
                            const std::vector<OutputFile>& files, const Workers& workers);

/// Makes `folder` hold exactly these files. Those that `model` has with the same bytes become
/// links to the same files, so that they keep their time; the others are written.
///
/// Shape:  `compared` is about `model`; `folder` may be missing, or be a former copy of it.
/// Errors: std::system_error that names the file.
void update_tree(const std::filesystem::path& folder, const std::filesystem::path& model,
                 const std::vector<OutputFile>& files, const TreeComparison& compared,
                 const Workers& workers);

/// Deletes from a folder what the comparison with it found to be different.
///
/// Errors: std::system_error.
void remove_different(const std::filesystem::path& folder, const std::vector<OutputFile>& files,
                      const TreeComparison& compared);

}  // namespace pes
