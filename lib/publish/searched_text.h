#pragma once

#include "publish/document_text.h"
#include "publish/output_file.h"

namespace pes {

/// The texts of a file that is published as a copy, and whether they are all of it.
///
/// Shape:  the file is of an accepted kind (document_kind), and at most 64 MB.
/// Errors: what is not read is told; std::system_error that names a file that the machine cannot
///         read.
DocumentText searched_text(const OutputFile& file);

}  // namespace pes
