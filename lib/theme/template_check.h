#pragma once

#include <map>
#include <string>

#include "diagnostics/diagnostic.h"
#include "theme/theme.h"

namespace pes {

/// The names that a template can use in one place, each with those that a section on it offers.
struct Vocabulary {
  std::map<std::string, Vocabulary> names;
  bool list = false;  ///< A section on it is repeated.
};

/// Checks every template of a theme before anything is rendered: mstch itself says nothing about
/// mistakes.
///
/// Shape:  `vocabularies` has one entry for each layout that pages ask for.
/// Errors: missing layouts, unclosed and malformed tags, unclosed, crossed and stray sections,
///         unknown partials and names, partials that include themselves, changed delimiters, more
///         than 32 levels of sections and partials, lists within themselves or more than four
///         others, templates that with all that they include are too large; each at its place.
void check_templates(const Theme& theme, const std::map<std::string, Vocabulary>& vocabularies,
                     const SourceFiles& files, Diagnostics& out);

}  // namespace pes
