#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace pes {

// Words of names as numbers, which are made byte by byte.

inline constexpr std::uint64_t hash_start = 14695981039346656037U;
inline constexpr std::uint64_t hash_factor = 1099511628211U;

inline std::uint64_t hash_more(std::uint64_t hash, char byte) {
  return (hash ^ static_cast<unsigned char>(byte)) * hash_factor;
}

inline std::uint64_t hash_more(std::uint64_t hash, std::string_view bytes) {
  for (const char byte : bytes) hash = hash_more(hash, byte);
  return hash;
}

inline std::uint64_t hash_of(std::string_view word) { return hash_more(hash_start, word); }

/// Of which 65,536 exist.
inline std::size_t short_hash(std::uint64_t hash) { return (hash ^ hash >> 32U) & 0xFFFFU; }

/// The same in both orders.
inline std::uint64_t hash_of_pair(std::uint64_t a, std::uint64_t b) {
  return (a ^ b) * hash_factor + (a + b);
}

}  // namespace pes
