#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pes {

/// The addresses that a style sheet may make a browser fetch: `url()`, `@import`, and every string
/// that starts with a host (as in `image-set()`); not those of `@namespace` and of comments.
///
/// Source: CSS Syntax Module Level 3. Escapes in the names `url` and `import` are not read.
std::vector<std::string> css_references(std::string_view css);

}  // namespace pes
