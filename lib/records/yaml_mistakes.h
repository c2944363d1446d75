#pragma once

#include <cstddef>

#include "diagnostics/diagnostic.h"
#include "records/yaml_lines.h"

namespace pes {

/// Reports what can be seen line by line, before a parser stumbles over it or, worse, does not:
/// tabs and no-break spaces where YAML wants spaces, quotes that do not close, colons and signs in
/// values without quotes, list items and keys without their space, lines out of line, brackets left
/// open, directives, further documents.
///
/// Shape: each finding but the last two has a fix.
void check_lines(const YamlStretch& yaml, Diagnostics& out);

/// Reports the escape « \x » that means nothing between double quotes.
///
/// Errors: false if there is none at `backslash`.
bool report_escape(const YamlStretch& yaml, std::size_t backslash, Diagnostics& out);

/// Reports the line of a syntax error that the parser met at `offset` and nothing else explains.
void report_syntax_error(const YamlStretch& yaml, std::size_t offset, Diagnostics& out);

}  // namespace pes
