#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "site/page.h"

namespace pes {

/// Documents of content/medias/ that the site links, below that folder, by rising path.
std::vector<std::string> media_files(const Site& site);

/// Where one of them lies in the output.
std::string document_path(std::string_view media_file);

/// Where all of them lie.
std::vector<std::string> document_paths(const Site& site);

}  // namespace pes
