#pragma once

#include <vector>

#include "inspect/page_facts.h"

namespace pes {

/// Finds what a screen reader could only announce as « link » or « picture »: links, buttons,
/// fields and frames without a name, navigations that cannot be told apart, images without a text.
///
/// Shape:  what `aria-hidden` takes away from screen readers needs no name, but <img> always needs
///         `alt`, if only an empty one.
/// Source: Accessible Name and Description Computation 1.2, without what CSS and values add.
void find_unnamed(const HtmlTree& tree, std::vector<PageFinding>& out);

/// True if a screen reader finds a word in an element.
bool has_words(const HtmlTree& tree, const HtmlNode& node);

}  // namespace pes
