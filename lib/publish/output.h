#pragma once

#include <string>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "site/page.h"

namespace pes {

/// Documents of content/medias/ that the site links, below that folder.
std::vector<std::string> media_files(const Site& site);

/// The pictures that the site shows or links, each once for every crop.
std::vector<SiteImage> published_images(const Site& site);

/// Paths of everything in the output that is no page, below the output folder, by rising path:
/// feeds, open data, the search, media and the theme's static files.
std::vector<std::string> other_paths(const Site& site, const std::vector<std::string>& statics);

/// Reports static files of a theme that would lie upon a page or a feed.
void check_static_files(const Site& site, const std::vector<std::string>& statics,
                        Diagnostics& out);

}  // namespace pes
