#pragma once

#include <cstddef>
#include <string_view>

#include "diagnostics/diagnostic.h"
#include "schema/kinds.h"

namespace pes {

/// Reports fields that stand in the text of a record, where they decide nothing and are shown to
/// everybody: a field that begins the text, fields in its first paragraph that decide what is
/// public or belong to a block with such fields, and further down such a field alone on its line
/// with a value of its type.
///
/// Units: `body` is the offset of the text, `fence` that of the line « --- » before it.
void check_stray_fields(const Kind& kind, FileId file, std::string_view text, std::size_t fence,
                        std::size_t body, Diagnostics& out);

}  // namespace pes
