#pragma once

#include <string>
#include <string_view>

namespace pes {

/// SHA-256 as 64 lower-case hexadecimal digits.
///
/// Errors: std::runtime_error if the cryptographic library refuses.
/// Source: FIPS 180-4.
std::string sha256(std::string_view bytes);

/// XXH3 of 128 bits as 32 lower-case hexadecimal digits: for what nobody wants to forge.
std::string quick_digest(std::string_view bytes);

}  // namespace pes
