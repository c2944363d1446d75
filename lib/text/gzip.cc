#include "text/gzip.h"

#include <zlib.h>

#include <array>
#include <limits>
#include <new>

namespace pes {

namespace {

constexpr int level_of_servers = 6;
constexpr int gzip_window = 15 + 16;  // zlib's way of asking for a gzip header
constexpr int default_memory = 8;
constexpr std::size_t largest_header = 18;

// Gives what comes out to `take`, piece by piece.
template <typename Take>
void compress(std::string_view bytes, int level, Take take) {
  z_stream stream{};
  if (deflateInit2(&stream, level, Z_DEFLATED, gzip_window, default_memory, Z_DEFAULT_STRATEGY) !=
      Z_OK) {
    throw std::bad_alloc();
  }
  std::array<char, std::size_t{1} << 14U> made{};
  int state = Z_OK;
  while (state != Z_STREAM_END) {
    if (stream.avail_in == 0) {
      const std::string_view piece = bytes.substr(0, std::numeric_limits<uInt>::max());
      // zlib reads through this pointer only.
      stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(piece.data()));  // NOLINT
      stream.avail_in = static_cast<uInt>(piece.size());
      bytes.remove_prefix(piece.size());
    }
    stream.next_out = reinterpret_cast<Bytef*>(made.data());  // NOLINT
    stream.avail_out = static_cast<uInt>(made.size());
    state = deflate(&stream, bytes.empty() ? Z_FINISH : Z_NO_FLUSH);
    take(std::string_view(made.data(), made.size() - stream.avail_out));
  }
  deflateEnd(&stream);
}

}  // namespace

std::size_t gzip_size(std::string_view bytes) {
  std::size_t size = 0;
  compress(bytes, level_of_servers, [&](std::string_view made) { size += made.size(); });
  return size;
}

std::string gzip(std::string_view bytes) {
  std::string out;
  compress(bytes, Z_BEST_COMPRESSION, [&](std::string_view made) { out += made; });
  return out;
}

std::size_t largest_gzip_size(std::size_t bytes) {
  return compressBound(static_cast<uLong>(bytes)) + largest_header;
}

}  // namespace pes
