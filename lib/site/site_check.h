#pragma once

#include "diagnostics/diagnostic.h"
#include "site/page.h"

namespace pes {

/// Takes out of the menu, with a warning, what leads to something that is not shown for now.
void drop_hidden_menu_items(const LinkBook& book, Site& site, Diagnostics& out);

/// Reports links of texts and of the menu whose page or heading does not exist.
void check_site_links(const Site& site, Diagnostics& out);

/// Reports old addresses that would hide a page, a feed or another file of the site.
///
/// Shape: `other_files` are the paths of the output that are no pages.
void check_redirects(const Site& site, const std::vector<std::string>& other_files,
                     Diagnostics& out);

}  // namespace pes
