#pragma once

#include <cmark.h>

#include <functional>
#include <string_view>

#include "diagnostics/diagnostic.h"
#include "text/typography.h"

namespace pes {

/// Sets the French typography of every paragraph and heading below `root`, across inline nodes.
/// Code, and what stands in for images and other languages, stays as it is.
///
/// Shape:  `place` finds a word of a text node in its source.
/// Errors: what typography does not dare to set is reported as advice.
void set_typography(cmark_node* root, const Typography& typography,
                    const std::function<Span(cmark_node* node, std::string_view word)>& place,
                    Diagnostics& out);

}  // namespace pes
