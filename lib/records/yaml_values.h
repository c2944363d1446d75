#pragma once

#include <cstddef>

#include "diagnostics/diagnostic.h"
#include "records/yaml_lines.h"

namespace pes {

/// What a value takes of the lines below its own.
struct ValueExtent {
  std::size_t resume_at = 0;  ///< Behind what closes it there; 0 if it ends on its line.
  bool text_block = false;    ///< All lines that are indented more: « | » or « > ».
};

/// Reports what is wrong with the value of a line: quotes and brackets that do not close, signs and
/// colons without quotes, lines of a text block that are no part of it.
///
/// Shape: a value that is a comment is taken off the line.
ValueExtent check_value(const YamlStretch& yaml, YamlLine& line, Diagnostics& out);

}  // namespace pes
