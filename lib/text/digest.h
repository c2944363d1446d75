#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

struct XXH3_state_s;

namespace pes {

/// SHA-256 as 64 lower-case hexadecimal digits.
///
/// Errors: std::runtime_error if the cryptographic library refuses.
/// Source: FIPS 180-4.
std::string sha256(std::string_view bytes);

/// The first half of the HMAC-SHA256 of some bytes, as 32 lower-case hexadecimal digits: without
/// the key nobody can tell what it is of.
///
/// Errors: std::runtime_error if the cryptographic library refuses.
/// Source: FIPS 198-1.
std::string keyed_digest(std::string_view key, std::string_view bytes);

/// XXH3 of 128 bits: for what nobody wants to forge.
struct Fingerprint {
  std::uint64_t high = 0;
  std::uint64_t low = 0;
  bool operator==(const Fingerprint&) const = default;
};
Fingerprint fingerprint(std::string_view bytes);

/// The same of bytes that come piece by piece.
class Fingerprinter {
 public:
  Fingerprinter();
  void add(std::string_view piece);
  [[nodiscard]] Fingerprint result() const;

 private:
  std::unique_ptr<XXH3_state_s, void (*)(XXH3_state_s*)> state_;
};

/// A fingerprint as 32 lower-case hexadecimal digits.
std::string quick_digest(std::string_view bytes);

}  // namespace pes
