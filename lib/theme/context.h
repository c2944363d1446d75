#pragma once

#include <nlohmann/json.hpp>

#include "site/page.h"

namespace pes {

/// What templates see of the whole site: the name `site`.
nlohmann::ordered_json site_context(const Site& site);

/// Everything that a template can use on one page.
///
/// Shape: every name is always there, null where the page has nothing for it, so that Mustache
///        never finds an outer name instead. Numbers are strings, written as French readers expect.
///        A list is null when empty, else {liste, nombre}.
/// Units: addresses are links that already contain the base path.
nlohmann::ordered_json page_context(const Site& site, const Page& page,
                                    const nlohmann::ordered_json& site_part);

}  // namespace pes
