#pragma once

#include "diagnostics/diagnostic.h"
#include "records/yaml_lines.h"

namespace pes {

/// Finds items of a list or an object in brackets that yaml-cpp misreads: plain texts with « ? »,
/// which are well-formed YAML, and mended by quotation marks.
///
/// Shape: what stands on the line alone is looked at.
void check_items(const YamlStretch& yaml, const YamlLine& line, Diagnostics& out);

}  // namespace pes
