#pragma once

#include <span>

#include "impact/ledger.h"

namespace pes {

/// Reports figures of a ledger that cannot all be true.
///
/// Errors: what a statement covers gives more than the statement, as a whole or for a programme
///         that it names; its programmes give more than its figure. Two records of one structure,
///         programme and year that give the same indicator are a warning: probably the same people.
/// Source: content model, « Impact figures: counted once ».
void check_consistency(std::span<const Total> ledger, std::span<const Record> records,
                       Diagnostics& out);

}  // namespace pes
