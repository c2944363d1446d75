#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "run/workers.h"

namespace pes {

/// Something that lies below a folder.
struct WalkedEntry {
  std::string path;     ///< Below that folder, with `/`.
  bool folder = false;  ///< A folder itself, not a link to one.
};

/// Everything below a folder, which may be missing, folders included; links are not followed.
///
/// Shape:  by rising path.
/// Errors: a folder that the machine cannot list is a std::system_error.
std::vector<WalkedEntry> walk(const std::filesystem::path& folder, const Workers& workers);

}  // namespace pes
