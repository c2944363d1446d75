#pragma once

#include <string>
#include <string_view>

namespace pes {

/// The last part of an address, made from a title or a name.
///
/// Lower-case ASCII letters and digits joined by single hyphens; accents and ligatures are spelled
/// out, « € » and « % » become words, the middle dot of inclusive writing disappears. Cut after the
/// last whole word within 80 characters.
///
/// Shape:  may be empty, when nothing in `text` can be spelled in ASCII.
/// Source: tests/text/slugs.jsonl
std::string slugify(std::string_view text);

/// True if `text` already has the form that `slugify` gives, at any length.
bool is_slug(std::string_view text);

/// The slug of a record from its file name without extension: kept whole if it already is one.
std::string slug_of_file_name(std::string_view stem);

}  // namespace pes
