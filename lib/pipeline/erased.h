#pragma once

#include "pipeline.h"

namespace pes {

/// Whom the register of erasures keeps from being named, as far as the sources have their words.
///
/// Shape:  after the theme was read, whose words count too.
/// Errors: a register whose key is missing or is another one is reported.
Erasures find_erased(const Settings& settings, const Content& content, Diagnostics& out);

}  // namespace pes
