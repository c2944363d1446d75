#pragma once

#include <optional>
#include <string>

#include "text/digest.h"

namespace pes {

/// One file of the published site: its bytes, or the file that it is a copy of.
struct OutputFile {
  std::string path;     ///< Below the output folder, with `/`.
  std::string bytes;    ///< Used when `copy_of` is empty.
  std::string copy_of;  ///< The name of that file.
  /// Of the bytes that the copy must have: those that were looked at.
  std::optional<Fingerprint> looked_at = {};
};

}  // namespace pes
