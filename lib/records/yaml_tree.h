#pragma once

#include <optional>

#include "diagnostics/diagnostic.h"
#include "records/yaml.h"
#include "records/yaml_lines.h"

namespace pes {

/// Reads YAML whose lines check_lines() finds in order, with yaml-cpp.
///
/// Shape:  as parse_yaml().
/// Errors: as parse_yaml(); among them everything that yaml-cpp would pass over in silence.
std::optional<YamlNode> read_tree(const YamlStretch& yaml, Diagnostics& out);

}  // namespace pes
