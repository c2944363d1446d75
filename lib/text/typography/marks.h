#pragma once

#include <cstddef>

#include "text/typography/galley.h"

namespace pes {

/// The space before one of `; ! ? :` at `at`: replaced if there is one, inserted where the mark
/// ends a word and nothing but a space or closing punctuation follows.
void set_mark(Galley& galley, std::size_t at);

/// The space within the guillemets, behind « or before ».
void set_opening_guillemet(Galley& galley, std::size_t at);
void set_closing_guillemet(Galley& galley, std::size_t at);

/// A straight apostrophe: curved between letters, after an elision and before a few words that lost
/// their beginning. Minutes, feet and single quotes stay.
void set_apostrophe(Galley& galley, std::size_t at);

/// A hyphen, two or three, or a dash, between two spaces: a dash that no line begins with.
///
/// Shape: gives where to read on.
std::size_t set_dash(Galley& galley, std::size_t at);

/// Three full stops, or the ellipsis itself: no space before it where it follows a word.
///
/// Shape: gives where to read on; other numbers of full stops stay.
std::size_t set_ellipsis(Galley& galley, std::size_t at);

}  // namespace pes
