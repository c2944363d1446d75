#pragma once

#include <vector>

#include "records/record.h"
#include "site/page.h"

namespace pes {

/// The main menu: `navigation` of site.yml, or else the sections that have records, the figures,
/// the pages with a rank in `menu`, and the search.
std::vector<MenuItem> main_menu(const Record& settings, const Site& site);

/// The pages of content/pages/, the search and the site map.
std::vector<Link> footer_links(const Site& site);

/// The ways into the records beside programmes: territories, themes and years, the eight with the
/// most records of each.
///
/// Shape: `site` has its pages.
std::vector<Section> entry_points(const Site& site);

/// Every page under its section, for people; of long sections the beginning.
std::vector<Section> site_map(const Site& site);

}  // namespace pes
