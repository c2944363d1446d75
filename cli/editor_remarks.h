#pragma once

#include "console.h"
#include "schema/known_values.h"

namespace pes {

/// Says to the person which fields the forms of the online editor leave out, and how they come
/// back.
void remark_left_out(const KnownValues& known, const Console& console);

}  // namespace pes
