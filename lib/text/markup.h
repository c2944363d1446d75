#pragma once

#include <string>
#include <string_view>

namespace pes {

/// `text` with `& < > " '` as character references: safe in HTML and XML text and attributes.
std::string escape_markup(std::string_view text);

/// What readers see of HTML that pes made: without tags, references decoded. Tags other than those
/// of links, emphasis and code separate words.
///
/// Shape: the references are those of `escape_markup`; others become spaces.
std::string text_of_markup(std::string_view html);

/// A path with every byte that an address may not hold percent-encoded; `/` stays.
///
/// Source: RFC 3986, section 2.
std::string encode_path(std::string_view path);

/// `text` with `%XX` sequences decoded; a malformed sequence stays as it is.
std::string decode_percent(std::string_view text);

}  // namespace pes
