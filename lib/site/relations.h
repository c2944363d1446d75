#pragma once

#include <span>
#include <vector>

#include "site/page.h"

namespace pes {

/// For each entry, up to three others that a reader may want next: of the same programme and
/// territory, then of the same territory, then of a common theme, then of the same programme; the
/// first in list order of each. Entries that are neither testimonials nor projects have none.
std::vector<std::vector<EntryId>> find_related(std::span<const Entry> entries);

}  // namespace pes
