#pragma once

#include <span>
#include <string_view>

namespace pes {

/// A file of Sveltia CMS.
struct RedactionFile {
  std::string_view path;  ///< In the output: "admin/redaction.js".
  std::string_view bytes;
};

/// The program of the online editor and what it loads; see web/redaction.mjs.
std::span<const RedactionFile> redaction_files();

}  // namespace pes
