#pragma once

#include <string>
#include <string_view>

namespace pes {

/// What changes between two texts of a file, as patch(1) and git-apply(1) take it.
std::string unified_diff(std::string_view path, std::string_view before, std::string_view after);

}  // namespace pes
