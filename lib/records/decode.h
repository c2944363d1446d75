#pragma once

#include "diagnostics/diagnostic.h"
#include "records/files.h"
#include "records/record.h"

namespace pes {

/// Reads the fields of one file: YAML, then the types that the table of kinds declares.
///
/// Shape:  depends on this file alone; references to other files are checked later.
/// Errors: every mistake is reported and leaves its field absent; a record whose YAML cannot be
///         read comes back `broken`, with the slug that its name gives.
Record decode_record(const RecordFile& file, const SourceFiles& files, Diagnostics& out);

}  // namespace pes
