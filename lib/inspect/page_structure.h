#pragma once

#include <vector>

#include "inspect/page_facts.h"

namespace pes {

/// Finds what is wrong with the order of a page: headings that are empty, skip a level or are not
/// under exactly one h1; tables without a caption, and header cells that do not say what they head;
/// languages that are missing or that do not exist.
///
/// Shape:  `lang=""` says that the language is unknown, which HTML allows anywhere but on <html>.
void find_disorder(const HtmlTree& tree, std::vector<PageFinding>& out);

}  // namespace pes
