#pragma once

#include <cmark.h>

#include <cstddef>
#include <span>
#include <string_view>

#include "diagnostics/diagnostic.h"

namespace pes {

/// Reports the character references of a Markdown text that name what no file may hold, « &#7; »,
/// where a node has such a character: then nothing can be made of the text.
///
/// Shape: `nodes` are those of the text, which begins at `begin`. False where there is none.
bool report_bad_references(std::span<cmark_node* const> nodes, FileId file, std::string_view text,
                           std::size_t begin, Diagnostics& out);

}  // namespace pes
