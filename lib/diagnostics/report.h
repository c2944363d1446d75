#pragma once

#include <string>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "diagnostics/source.h"
#include "text/language.h"

namespace pes {

/// How a report for people is written.
struct ReportStyle {
  Language language = Language::fr;
  bool colour = false;
};

/// One finding for people: severity and code, what is wrong, `file:line:column`, the source line
/// with the span underlined, and the way out.
///
/// Shape: as in message() and ways_out(), what authors wrote is made visible(), names of files too:
///        a line feed begins a line of the report, and an escape is a colour of it.
std::string report(const Diagnostic& diagnostic, const Places& places, ReportStyle style);

/// « erreur », « avertissement » or « conseil ».
Text severity_label(Severity severity);

/// What is wrong in one sentence, without place or way out.
std::string message(const Diagnostic& diagnostic, Language language);

/// What to do about it, a line each: the name that was probably meant, what to write, advice.
std::vector<std::string> ways_out(const Diagnostic& diagnostic, Language language);

}  // namespace pes
