#pragma once

#include <optional>

#include "records/yaml.h"
#include "records/yaml_lines.h"

namespace pes {

/// Reads YAML that leaves nothing to guess: maps and lists by lines and steps of indentation, and
/// texts that stand on one line, plain or in quotes without escapes. Nearly all that people write
/// in front matter is of that kind, and yaml-cpp takes twenty times longer for it.
///
/// Shape:  nothing for any other YAML, right or wrong; else the tree that parse_any_yaml() gives,
///         which then finds nothing to report.
/// Source: YAML 1.2.2, as yaml-cpp implements it.
std::optional<YamlNode> read_plain_yaml(const YamlStretch& yaml);

}  // namespace pes
