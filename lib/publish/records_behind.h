#pragma once

#include <string_view>
#include <vector>

#include "diagnostics/source.h"
#include "site/page.h"

namespace pes {

/// The records without which a file of the website would not be there: the one whose page it is,
/// and those that show a picture or link a document.
///
/// Shape: `path` is an OutputFile::path.
std::vector<FileId> records_behind(const Site& site, std::string_view path);

}  // namespace pes
