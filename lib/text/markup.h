#pragma once

#include <string>
#include <string_view>

namespace pes {

/// `text` with `& < > " '` as character references: safe in HTML and XML text and attributes.
std::string escape_markup(std::string_view text);

/// Adds what escape_markup() makes of `text` to `out`.
void append_escaped(std::string_view text, std::string& out);

/// A path with every byte that an address may not hold percent-encoded; `/` stays.
///
/// Source: RFC 3986, section 2.
std::string encode_path(std::string_view path);

/// `text` with `%XX` sequences decoded; a malformed sequence stays as it is.
std::string decode_percent(std::string_view text);

}  // namespace pes
