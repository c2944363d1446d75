#pragma once

#include "pipeline.h"

namespace pes {

/// Looks for whom the register of erasures keeps from being named.
///
/// Errors: a register whose key is missing or is another one is reported.
ErasureSearch find_erased(const Settings& settings, const Content& content, Diagnostics& out);

}  // namespace pes
