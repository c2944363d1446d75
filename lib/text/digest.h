#pragma once

#include <string>
#include <string_view>

namespace pes {

/// SHA-256 as 64 lower-case hexadecimal digits.
///
/// Errors: std::runtime_error if the cryptographic library refuses.
/// Source: FIPS 180-4.
std::string sha256(std::string_view bytes);

}  // namespace pes
