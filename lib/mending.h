#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "pipeline.h"

namespace pes {

/// A file of content/ whose mistakes have a fix.
struct MendedFile {
  std::string path;       ///< A SourceFile::path.
  std::string before;     ///< Bytes.
  std::string after;      ///< Bytes, with every fix.
  std::size_t fixes = 0;  ///< How many mistakes were mended.
};

/// Applies the fixes of all findings in content/, in memory, until nothing is left to mend: one
/// mistake can hide another. Comments, order, quotes and line ends stay.
///
/// Shape:  by rising path; only files that change.
/// Errors: a file that the machine cannot read is a std::system_error.
std::vector<MendedFile> mend_content(Settings settings);

}  // namespace pes
