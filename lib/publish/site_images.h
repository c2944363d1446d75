#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "images/cache.h"
#include "publish/output_file.h"
#include "site/page.h"

namespace pes {

/// The pictures that the site shows or links, each once for every crop.
std::vector<SiteImage> published_images(const Site& site);

/// The paths of their files, and those of the preview images.
std::vector<std::string> image_paths(const Site& site);
std::vector<std::string> preview_paths(const Site& site);

/// Makes the pictures of a site, or finds them in the cache.
///
/// Shape:  copies of what the cache holds.
/// Errors: a picture that cannot be decoded to its end is reported where it is asked for; one that
///         the machine cannot read or write is a std::system_error.
std::vector<OutputFile> make_site_images(const std::filesystem::path& source, const Site& site,
                                         Cache& cache, Diagnostics& out);

/// The same for the preview images of its records.
std::vector<OutputFile> make_previews(const std::filesystem::path& source, const Site& site,
                                      Cache& cache, Diagnostics& out);

}  // namespace pes
