#pragma once

#include <string>

namespace pes {

/// What can be written in each kind of record, in French: the reference part of content/README.md.
///
/// Shape: Markdown that starts with a heading of level 2, and ends with a line feed.
std::string field_guide();

}  // namespace pes
