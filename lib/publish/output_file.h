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
  /// Of the bytes that the copy must have: whoever reads the file again makes sure that they are
  /// still these, so that what is searched for names is what is published.
  std::optional<Fingerprint> as_planned = {};
};

/// A copy of a file as it is now.
///
/// Errors: std::system_error that names the file; a link is none.
OutputFile copied_file(std::string path, const std::string& source);

}  // namespace pes
