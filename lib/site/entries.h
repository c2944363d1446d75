#pragma once

#include <span>
#include <vector>

#include "run/workers.h"
#include "site/links.h"
#include "site/page.h"
#include "text/collation.h"

namespace pes {

/// Makes an Entry of every record that is shown and has a page of its own, in list order.
///
/// Shape: `decisions` and `bodies` go with `records`, index by index; the bodies are moved from.
std::vector<Entry> make_entries(std::span<const Record> records,
                                std::span<const Decision> decisions,
                                std::vector<LinkedBody>& bodies, const ImageBook& images,
                                const ImageSpecs& specs, const Collator& collator,
                                const Workers& workers = Workers{});

}  // namespace pes
