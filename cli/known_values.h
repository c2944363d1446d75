#pragma once

#include "pipeline.h"
#include "schema/json_schema.h"

namespace pes {

/// What the records of a site can refer to, and the places and themes that they hold.
KnownValues known_values(const Content& content);

}  // namespace pes
