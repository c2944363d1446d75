#pragma once

#include <optional>

#include "text/date.h"

namespace pes {

/// The decision day: `asked`, else the one of SOURCE_DATE_EPOCH, else today in Paris.
///
/// Errors: std::invalid_argument if SOURCE_DATE_EPOCH is no number of seconds.
Date decision_day(std::optional<Date> asked);

}  // namespace pes
