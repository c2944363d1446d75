#pragma once

#include <cmark.h>

#include <functional>

#include "diagnostics/diagnostic.h"

namespace pes {

/// Takes the HTML out of a document, and leaves its text: tags go, « br » is a line break, other
/// tags that part words part paragraphs or lines, comments and scripts go with what they hold.
/// What stands in a block of HTML is read as the Markdown that it would be without its tags.
///
/// `place` gives where a node stands, with the length of its first line; what comes from a block
/// of HTML keeps the place of the block, see place_from_html().
///
/// Errors: a warning for each paragraph or block that has tags, with the number of words that stay
///         between them; an error where words go with a tag, or with what nothing closes.
void take_out_html(cmark_node* root, const std::function<Span(cmark_node*, std::size_t)>& place,
                   Diagnostics& out);

/// Where the block of HTML stands that a node comes from, or nullptr: its place plus one.
std::size_t place_from_html(cmark_node* node);

}  // namespace pes
