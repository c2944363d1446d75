#pragma once

#include <span>

#include "diagnostics/source.h"
#include "records/record.h"
#include "schema/known_values.h"

namespace pes {

/// What records are called, which words they hold and how their values are written.
///
/// Shape: `media` and `indicators` of the answer are left as they are: records do not declare them.
KnownValues survey(std::span<const Record> records, const SourceFiles& files);

}  // namespace pes
