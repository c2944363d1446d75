#pragma once

#include "diagnostics/diagnostic.h"
#include "theme/palette.h"

namespace pes {

/// Reports pairs of colours that do not stand out enough from each other, in both modes: text under
/// 4.5:1, large text, marks and the outline of the focus under 3:1. Colours of programmes are text
/// and marks.
///
/// Errors: at the colour in front; a pair of which one is not declared is not judged.
/// Source: WCAG 2.2, 1.4.3 and 1.4.11, without rounding.
void check_contrast(const Palette& palette, Diagnostics& out);

}  // namespace pes
