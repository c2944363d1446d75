#pragma once

#include <cstddef>

#include "text/typography/galley.h"

namespace pes {

/// A number that begins at `at`, and what it counts: groups of three digits that the author made,
/// telephone numbers, ordinals, days of a month, and the space before a unit, « % » or « € ».
///
/// Shape: gives where to read on. Words stay free to go to the next line: « 20 ans ».
std::size_t set_number(Galley& galley, std::size_t at);

}  // namespace pes
