#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace pes {

/// How large a text is once a web server has compressed it.
///
/// Units:  bytes, at libdeflate's level 6, within a few hundredths of zlib's, which servers send.
/// Errors: std::bad_alloc if the memory does not suffice.
/// Source: RFC 1952.
std::size_t gzip_size(std::string_view bytes);

/// A gzip file of these bytes, as small as libdeflate makes it; the same bytes give the same file.
///
/// Errors: std::bad_alloc if the memory does not suffice.
std::string gzip(std::string_view bytes);

/// What gzip_size() never exceeds for a text of that many bytes.
std::size_t largest_gzip_size(std::size_t bytes);

/// A nearer one, in a quarter of the time that gzip_size() takes: the size at the fastest level and
/// half as much again. Level 6 has never been seen to come near the fastest one from above.
///
/// Errors: std::bad_alloc if the memory does not suffice.
std::size_t largest_gzip_size(std::string_view bytes);

/// What zlib packed.
///
/// Errors: nothing comes back for what is no such packing, or unpacks to more than `most` bytes.
/// Source: RFC 1950.
std::optional<std::string> unpack_zlib(std::string_view bytes, std::size_t most);

}  // namespace pes
