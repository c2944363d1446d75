#pragma once

#include <string_view>

#include "diagnostics/diagnostic.h"

namespace pes {

/// Whether cmark can parse the text from `begin` in reasonable time: it needs quadratic time for
/// deep containers, and for many images or brackets.
///
/// Errors: more than 100 levels of lists and quotations, and more than 1000 images or 5000
///         brackets, are reported where they begin to be too many.
bool is_affordable(FileId file, std::string_view text, std::size_t begin, Diagnostics& out);

}  // namespace pes
