#pragma once

#include <string>
#include <string_view>

namespace pes {

/// A text of somebody else, such as a file's name or a word of a record, to stand within a line
/// that people read.
///
/// What a terminal or a log would act on, or what turns the direction of reading, has a sign in its
/// place, one for each character: U+241B for ESC, U+240A for a line feed, U+FFFD for the others and
/// for what is no UTF-8. Those are controls, line and paragraph separators, and format characters
/// but the two joiners.
std::string visible(std::string_view text);

/// The same for whole lines: line ends and tabs stay.
std::string visible_lines(std::string_view text);

/// JSON with those characters as escapes, so that it means the same and can be shown.
///
/// Shape: `json` is well-formed, and its line feeds are between values.
std::string visible_json(std::string_view json);

}  // namespace pes
