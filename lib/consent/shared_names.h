#pragma once

#include <span>

#include "consent/consent.h"
#include "diagnostics/diagnostic.h"
#include "records/record.h"

namespace pes {

/// Warns where a published record mentions somebody whom the text of a withheld record mentions
/// too: two words or more with capitals that are no title, organisation, place or theme here.
///
/// Shape: `decisions` goes with `records`, index by index.
void warn_about_shared_names(std::span<const Record> records, std::span<const Decision> decisions,
                             const SourceFiles& files, Diagnostics& out);

}  // namespace pes
