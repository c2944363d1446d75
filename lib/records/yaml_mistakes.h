#pragma once

#include <cstddef>
#include <string_view>

#include "diagnostics/diagnostic.h"
#include "diagnostics/source.h"

namespace pes {

/// The stretch of YAML that staff have written, inside a source file.
///
/// Units: bytes of `text`.
struct YamlStretch {
  FileId file = no_file;
  std::string_view text;  ///< The whole file.
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// End of the scalar that starts at `offset`, as written: past its closing quote, or before the
/// comment or the end of the line.
std::size_t scalar_end(const YamlStretch& yaml, std::size_t offset);

/// True if the quote at `offset` closes before a line starts in the first column.
bool quote_closes(const YamlStretch& yaml, std::size_t offset);

/// Reports what must be refused before a parser sees it: tabs in the indentation, directives,
/// further documents. Returns false if there was any.
bool check_lines(const YamlStretch& yaml, Diagnostics& out);

/// Names the likely cause of a syntax error that the parser met at `offset`.
void explain_syntax_error(const YamlStretch& yaml, std::size_t offset, Diagnostics& out);

}  // namespace pes
