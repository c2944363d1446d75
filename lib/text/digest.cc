#include "text/digest.h"

#include <fmt/format.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <xxhash.h>

#include <array>
#include <stdexcept>

namespace pes {

std::string keyed_digest(std::string_view key, std::string_view bytes) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned int size = 0;
  const auto* input = reinterpret_cast<const unsigned char*>(bytes.data());  // NOLINT
  if (HMAC(EVP_sha256(), key.data(), static_cast<int>(key.size()), input, bytes.size(),
           digest.data(), &size) == nullptr) {
    throw std::runtime_error("HMAC is not available");
  }
  std::string out;
  for (unsigned int i = 0; i < size / 2; ++i) out += fmt::format("{:02x}", digest.at(i));
  return out;
}

std::string sha256(std::string_view bytes) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned int size = 0;
  if (EVP_Digest(bytes.data(), bytes.size(), digest.data(), &size, EVP_sha256(), nullptr) != 1) {
    throw std::runtime_error("SHA-256 is not available");
  }
  std::string out;
  for (unsigned int i = 0; i < size; ++i) out += fmt::format("{:02x}", digest.at(i));
  return out;
}

Fingerprinter::Fingerprinter()
    : state_(XXH3_createState(), [](XXH3_state_s* state) { XXH3_freeState(state); }) {
  XXH3_128bits_reset(state_.get());
}

void Fingerprinter::add(std::string_view piece) {
  XXH3_128bits_update(state_.get(), piece.data(), piece.size());
}

Fingerprint Fingerprinter::result() const {
  const XXH128_hash_t hash = XXH3_128bits_digest(state_.get());
  return {hash.high64, hash.low64};
}

Fingerprint fingerprint(std::string_view bytes) {
  const XXH128_hash_t hash = XXH3_128bits(bytes.data(), bytes.size());
  return {hash.high64, hash.low64};
}

std::string quick_digest(std::string_view bytes) {
  const Fingerprint made = fingerprint(bytes);
  return fmt::format("{:016x}{:016x}", made.high, made.low);
}

}  // namespace pes
