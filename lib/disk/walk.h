#pragma once

#include <string>
#include <vector>

#include "disk/folder.h"
#include "run/workers.h"

namespace pes {

/// Something that lies below a folder.
struct WalkedEntry {
  std::string path;       ///< Below that folder, with `/`.
  struct stat status {};  ///< Of a link itself.
};

/// Everything below a folder, folders included; links are not followed.
///
/// Shape:  by rising path.
/// Errors: a folder that the machine cannot list is a std::system_error.
std::vector<WalkedEntry> walk(const Folder& folder, const Workers& workers);

}  // namespace pes
