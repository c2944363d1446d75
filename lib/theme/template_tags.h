#pragma once

#include <string>
#include <vector>

#include "diagnostics/diagnostic.h"

namespace pes {

/// One tag of a Mustache template.
struct Tag {
  enum class Form { variable, section, inverted, close, partial, comment };
  Form form = Form::variable;
  std::string name;
  Span span;
  bool raw = false;  ///< A variable that is not escaped.
};

/// The tags of one template in order.
///
/// Errors: unclosed and malformed tags, changed delimiters, and sections that are not closed in
///         the order in which they were opened are reported; the tags that come back are balanced.
std::vector<Tag> read_tags(FileId file, std::string_view text, Diagnostics& out);

}  // namespace pes
