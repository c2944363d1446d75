#include "text/gzip.h"

#include <libdeflate.h>

#include <algorithm>
#include <memory>
#include <new>

namespace pes {

namespace {

constexpr int level_of_servers = 6;
constexpr int fastest_level = 1;
constexpr int best_level = 12;

std::string compress(std::string_view bytes, int level) {
  const std::unique_ptr<libdeflate_compressor, decltype(&libdeflate_free_compressor)> compressor(
      libdeflate_alloc_compressor(level), &libdeflate_free_compressor);
  if (!compressor) throw std::bad_alloc();
  std::string made(libdeflate_gzip_compress_bound(compressor.get(), bytes.size()), '\0');
  made.resize(libdeflate_gzip_compress(compressor.get(), bytes.data(), bytes.size(), made.data(),
                                       made.size()));
  return made;
}

}  // namespace

std::size_t gzip_size(std::string_view bytes) { return compress(bytes, level_of_servers).size(); }

std::string gzip(std::string_view bytes) { return compress(bytes, best_level); }

std::size_t largest_gzip_size(std::size_t bytes) {
  return libdeflate_gzip_compress_bound(nullptr, bytes);
}

std::size_t largest_gzip_size(std::string_view bytes) {
  const std::size_t quick = compress(bytes, fastest_level).size();
  return quick + quick / 2;
}

std::optional<std::string> unpack_zlib(std::string_view bytes, std::size_t most) {
  const std::unique_ptr<libdeflate_decompressor, decltype(&libdeflate_free_decompressor)> unpacker(
      libdeflate_alloc_decompressor(), &libdeflate_free_decompressor);
  if (!unpacker) throw std::bad_alloc();
  constexpr std::size_t usual = 4;
  std::string made(std::min(most, usual * bytes.size() + 1), '\0');
  while (true) {
    std::size_t size = 0;
    const libdeflate_result result = libdeflate_zlib_decompress(
        unpacker.get(), bytes.data(), bytes.size(), made.data(), made.size(), &size);
    if (result == LIBDEFLATE_SUCCESS) {
      made.resize(size);
      return made;
    }
    if (result != LIBDEFLATE_INSUFFICIENT_SPACE || made.size() >= most) return std::nullopt;
    made.resize(std::min(most, usual * made.size()));
  }
}

}  // namespace pes
