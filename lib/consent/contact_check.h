#pragma once

#include <span>

#include "diagnostics/diagnostic.h"
#include "records/record.h"
#include "run/workers.h"

namespace pes {

/// Reports every contact in the text fields and bodies of all records, unless site.yml allows it:
/// under `contacts_autorises`, or as its own legal notice. Where `site` is nullptr nothing is
/// allowed.
void check_contacts(std::span<const Record> records, const Record* site, const SourceFiles& files,
                    const Workers& workers, Diagnostics& out);

}  // namespace pes
