#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace pes {

/// How large a text is once a web server has compressed it.
///
/// Units:  bytes, at zlib's level 6, as servers send by default.
/// Errors: std::bad_alloc if the memory does not suffice.
/// Source: RFC 1952.
std::size_t gzip_size(std::string_view bytes);

/// A gzip file of these bytes, as small as zlib makes it; the same bytes give the same file.
///
/// Errors: std::bad_alloc if the memory does not suffice.
std::string gzip(std::string_view bytes);

/// What gzip_size() never exceeds for a text of that many bytes.
std::size_t largest_gzip_size(std::size_t bytes);

}  // namespace pes
