#pragma once

#include "options_tree.h"
#include "options_values.h"

namespace pes {

/// The forms of `pes schema`, and the kinds of records that each has.
void add_schema_forms(OptionAdder& add, RawOptions& raw);

/// The kinds of records that `pes new` makes, with an option for each field that one line can
/// answer.
void add_new_kinds(OptionAdder& add, RawOptions& raw);

}  // namespace pes
