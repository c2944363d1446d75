#pragma once

#include <vector>

#include "inspect/page_facts.h"

namespace pes {

/// Finds scripts and styles that stand in the page itself, which a content security policy without
/// exceptions forbids: <script> without `src`, <style>, `style`, `on…`, `srcdoc`, and addresses
/// that are programs. Data blocks are allowed; those of JSON must be JSON.
///
/// Shape: templates are looked into, since their content is there to be put on the page.
void find_inline_code(const HtmlTree& tree, std::vector<PageFinding>& out);

}  // namespace pes
