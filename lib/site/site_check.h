#pragma once

#include <map>
#include <string>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "site/page.h"

namespace pes {

/// Takes out of the menu, with a warning, what leads to something that is not shown for now.
void drop_hidden_menu_items(const LinkBook& book, Site& site, Diagnostics& out);

/// Reports links of texts and of the menu whose page or heading does not exist.
void check_site_links(const Site& site, Diagnostics& out);

/// Paths in the output, each with whose it is.
using PathOwners = std::map<std::string, std::string>;

/// The paths of all pages but redirections, and of `other_files`.
PathOwners owners_of_paths(const Site& site, const std::vector<std::string>& other_files);

/// What lies at the path `file`, or needs a folder where `file` would be, or is a file where `file`
/// needs a folder; the end of `owners` if nothing does.
PathOwners::const_iterator find_clash(const PathOwners& owners, const std::string& file);

/// Reports old addresses that would hide a page, a feed or another file of the site.
///
/// Shape: `other_files` are the paths of the output that are no pages.
void check_redirects(const Site& site, const std::vector<std::string>& other_files,
                     Diagnostics& out);

}  // namespace pes
