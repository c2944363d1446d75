#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "site/page.h"

namespace pes {

/// By which a search can be narrowed: programme, kind and year of testimonials and projects, each
/// with the values that occur; a filter without any is left out.
std::vector<Filter> search_filters(std::span<const Entry> entries);

/// What a filter knows of a record: "dla" for "dispositif", "projet" for "genre", "2024" for
/// "annee"; empty for nothing. A programme belongs to itself.
///
/// Shape: `name` is that of one of the filters.
std::string filter_value(const Entry& entry, std::string_view name);

}  // namespace pes
