#include "publish/font_text.h"

#include <brotli/decode.h>

#include <array>
#include <memory>
#include <optional>
#include <string_view>

#include "publish/wide_text.h"

namespace pes {

namespace {

// Where the places of a font are told; each is a number of four bytes.
constexpr std::size_t header_size = 48;
constexpr std::size_t table_count_at = 12;
constexpr std::size_t packed_size_at = 20;
constexpr std::size_t metadata_at = 28;
constexpr std::size_t metadata_size_at = 32;

std::size_t number(std::string_view bytes, std::size_t at, std::size_t size) {
  std::size_t value = 0;
  for (std::size_t i = 0; i < size; ++i) {
    value = value << 8U | static_cast<unsigned char>(bytes[at + i]);
  }
  return value;
}

std::optional<std::string> unpack(std::string_view packed, std::size_t most) {
  const std::unique_ptr<BrotliDecoderState, decltype(&BrotliDecoderDestroyInstance)> state(
      BrotliDecoderCreateInstance(nullptr, nullptr, nullptr), &BrotliDecoderDestroyInstance);
  std::string out;
  std::array<std::uint8_t, 16384> buffer{};
  std::size_t left = packed.size();
  const auto* next = reinterpret_cast<const std::uint8_t*>(packed.data());
  while (state && out.size() <= most) {
    std::size_t room = buffer.size();
    std::uint8_t* to = buffer.data();
    const auto result =
        BrotliDecoderDecompressStream(state.get(), &left, &next, &room, &to, nullptr);
    out.append(reinterpret_cast<const char*>(buffer.data()), buffer.size() - room);
    if (result == BROTLI_DECODER_RESULT_SUCCESS) return out;
    if (result != BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT) return std::nullopt;
  }
  return std::nullopt;
}

// Behind the entries of the tables, which are of variable length.
std::optional<std::size_t> start_of_tables(std::string_view bytes) {
  constexpr unsigned char named = 0x3F;
  constexpr std::array<unsigned char, 2> outlines = {10, 11};  // glyf, loca: transformed unless 3
  const auto skip_number = [&](std::size_t at) {
    while (at < bytes.size() && (static_cast<unsigned char>(bytes[at]) & 0x80U) != 0) ++at;
    return at + 1;
  };
  std::size_t at = header_size;
  for (std::size_t left = number(bytes, table_count_at, 2); left > 0; --left) {
    if (at >= bytes.size()) return std::nullopt;
    const unsigned flags = static_cast<unsigned char>(bytes[at]);
    const unsigned tag = flags & named;
    const unsigned transform = flags >> 6U;
    const bool outline = tag == outlines[0] || tag == outlines[1];
    at = skip_number(at + (tag == named ? 5 : 1));
    if (outline ? transform != 3 : transform != 0) at = skip_number(at);
  }
  return at;
}

}  // namespace

DocumentText font_text(const std::string& bytes) {
  DocumentText out;
  if (!bytes.starts_with("wOF2") || bytes.size() < header_size) return {{}, Unread::damaged};
  const auto start = start_of_tables(bytes);
  const std::size_t size = number(bytes, packed_size_at, 4);
  const std::size_t metadata = number(bytes, metadata_at, 4);
  const std::size_t metadata_size = number(bytes, metadata_size_at, 4);
  if (!start || *start > bytes.size() || metadata > bytes.size()) return {{}, Unread::damaged};
  const std::string_view all = bytes;
  const auto read = [&](std::string_view packed) {
    auto text = unpack(packed, most_unpacked(bytes.size()));
    if (!text) return out.miss(Unread::damaged);
    append_readings(std::move(*text), out.texts);
  };
  read(all.substr(*start, size));
  if (metadata_size > 0) read(all.substr(metadata, metadata_size));
  append_readings(bytes, out.texts);
  return out;
}

}  // namespace pes
