#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "publish/document_kind.h"

namespace pes {

/// A file in a ZIP archive.
struct PackagePart {
  std::string path;
  std::string bytes;
};

/// The files of a ZIP archive.
struct Package {
  std::vector<PackagePart> parts;
  Unread unread = Unread::nothing;
};

/// Unpacks an archive.
///
/// Errors: not all is read of what is damaged, locked, unpacks to more than `most` bytes, has names
///         beyond ASCII, or holds files that its list does not name.
/// Source: APPNOTE.TXT (PKWARE), by libarchive.
Package unpack_package(const std::string& bytes, std::size_t most);

}  // namespace pes
