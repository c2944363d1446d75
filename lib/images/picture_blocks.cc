#include "images/picture_blocks.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "images/format.h"
#include "text/gzip.h"

namespace pes {

namespace {

using namespace std::string_view_literals;

using Blocks = std::vector<PictureBlock>;

// Of a block that is nowhere described, no more is taken for text that lies open in it.
constexpr std::size_t longest_unknown = 1024;
constexpr std::size_t most_unpacked = std::size_t{4} << 20U;

std::uint32_t number(std::string_view bytes, std::size_t at, std::size_t size, bool big_endian) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < size; ++i) {
    const std::size_t place = big_endian ? i : size - 1 - i;
    value = value << 8U | static_cast<unsigned char>(bytes[at + place]);
  }
  return value;
}

template <std::size_t Count>
bool is_one_of(std::string_view name, const std::array<std::string_view, Count>& names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

void append_rest(std::string_view rest, Blocks& blocks) {
  if (rest.find_first_not_of('\0') == std::string_view::npos) return;
  blocks.push_back({std::string(rest), false});
}

// What several segments share begins each of them, and would part a word that they cut.
std::string_view without_header(std::string_view segment) {
  constexpr std::size_t xmp_header = 75;
  if (segment.starts_with("http://ns.adobe.com/xmp/extension/")) {
    return segment.substr(std::min(xmp_header, segment.size()));
  }
  constexpr std::string_view photoshop = "Photoshop 3.0\0"sv;
  if (segment.starts_with(photoshop)) return segment.substr(photoshop.size());
  return segment;
}

class JpegReader {
 public:
  explicit JpegReader(std::string_view bytes) : bytes_(bytes) {}

  std::optional<Blocks> read() {
    std::size_t at = 2;
    while (at + 2 <= bytes_.size()) {
      if (bytes_[at] != '\xFF') return std::nullopt;
      const auto marker = static_cast<unsigned char>(bytes_[at + 1]);
      if (marker == 0xD9) {
        append_rest(bytes_.substr(at + 2), blocks_);
        return std::move(blocks_);
      }
      const std::size_t end = end_of_segment(at, marker);
      if (end > bytes_.size()) return std::nullopt;
      at = end;
    }
    return std::nullopt;
  }

 private:
  // Behind the file where it is cut off.
  std::size_t end_of_segment(std::size_t at, unsigned char marker) {
    if (marker == 0xFF) return at + 1;
    if (marker == 0x01 || (marker >= 0xD0 && marker <= 0xD8)) return at + 2;
    if (at + 4 > bytes_.size()) return at + 4;
    const std::size_t end = at + 2 + std::max(2U, number(bytes_, at + 2, 2, true));
    if (end > bytes_.size()) return end;
    keep(marker, bytes_.substr(at + 4, end - at - 4));
    return marker == 0xDA ? end_of_scan(end) : end;
  }

  std::size_t end_of_scan(std::size_t at) const {
    for (at = bytes_.find('\xFF', at); at < bytes_.size() - 1; at = bytes_.find('\xFF', at + 1)) {
      const auto next = static_cast<unsigned char>(bytes_[at + 1]);
      if (next != 0 && next != 0xFF && (next < 0xD0 || next > 0xD7)) return at;
    }
    return bytes_.size() + 1;
  }

  void keep(unsigned char marker, std::string_view segment) {
    const bool coding = (marker >= 0xC0 && marker <= 0xCF) || (marker >= 0xDA && marker <= 0xDF);
    if (coding) return;
    const bool technical = (marker == 0xE0 && segment.starts_with("JF")) ||
                           (marker == 0xE2 && segment.starts_with("ICC_PROFILE")) ||
                           (marker == 0xEE && segment.starts_with("Adobe"));
    const std::string_view inside = without_header(segment);
    if (marker == last_ && !blocks_.empty() && inside.size() < segment.size()) {
      blocks_.back().bytes += inside;
    } else {
      blocks_.push_back({std::string(inside), technical});
    }
    last_ = marker;
  }

  std::string_view bytes_;
  Blocks blocks_;
  unsigned char last_ = 0;
};

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

// « Raw profile type exif »: a name, a length and then hexadecimal digits, a line each.
std::string from_raw_profile(std::string_view text) {
  std::size_t at = 0;
  for (int lines = 0; lines < 3 && at < text.size(); ++lines) {
    at = std::min(text.find('\n', at), text.size() - 1) + 1;
  }
  std::string out;
  int high = -1;
  for (const char c : text.substr(at)) {
    const int digit = hex_digit(c);
    if (digit < 0) continue;
    if (high >= 0) out += static_cast<char>(high * 16 + digit);
    high = high >= 0 ? -1 : digit;
  }
  return out;
}

class PngReader {
 public:
  explicit PngReader(std::string_view bytes) : bytes_(bytes) {}

  std::optional<Blocks> read() {
    constexpr std::size_t frame = 12;
    for (std::size_t at = 8; at + frame <= bytes_.size();) {
      const std::size_t length = number(bytes_, at, 4, true);
      if (length > bytes_.size() - at - frame) return std::nullopt;
      const std::string_view name = bytes_.substr(at + 4, 4);
      if (!keep(name, bytes_.substr(at + 8, length))) return std::nullopt;
      at += frame + length;
      if (name != "IEND") continue;
      append_rest(bytes_.substr(at), blocks_);
      return std::move(blocks_);
    }
    return std::nullopt;
  }

 private:
  bool keep(std::string_view name, std::string_view chunk) {
    constexpr auto drawing = std::to_array<std::string_view>(
        {"IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "sBIT", "bKGD", "hIST",
         "pHYs", "acTL", "fcTL", "fdAT", "cICP", "tIME"});
    constexpr auto open = std::to_array<std::string_view>({"eXIf", "sPLT"});
    if (is_one_of(name, drawing)) return true;
    if (name == "tEXt") return keep_text(chunk, {.packed = false});
    if (name == "zTXt") return keep_text(chunk, {.packed = true});
    if (name == "iCCP") return keep_text(chunk, {.packed = true, .technical = true});
    if (name == "iTXt") return keep_international(chunk);
    blocks_.push_back({std::string(chunk), false});
    return is_one_of(name, open) || chunk.size() <= longest_unknown;
  }

  struct TextForm {
    bool packed = false;
    bool technical = false;
  };

  // A keyword and a text; where it is packed, with a byte before it that says how.
  bool keep_text(std::string_view chunk, TextForm form) {
    const std::size_t end = chunk.find('\0');
    if (end == std::string_view::npos) return false;
    const std::string_view keyword = chunk.substr(0, end);
    const std::string_view rest = chunk.substr(end + 1);
    const auto text =
        form.packed ? unpack_zlib(rest.substr(std::min<std::size_t>(1, rest.size())), most_unpacked)
                    : std::string(rest);
    if (!text) return false;
    if (keyword.starts_with("Raw profile type ")) {
      blocks_.push_back({from_raw_profile(*text), false});
    }
    blocks_.push_back({std::string(keyword) + '\n' + *text, form.technical});
    return true;
  }

  bool keep_international(std::string_view chunk) {
    const std::size_t end = chunk.find('\0');
    if (end == std::string_view::npos || end + 3 > chunk.size()) return false;
    const bool packed = chunk[end + 1] != '\0';
    const std::size_t language = chunk.find('\0', end + 3);
    const std::size_t translated =
        language == std::string_view::npos ? language : chunk.find('\0', language + 1);
    if (translated == std::string_view::npos) return false;
    const std::string_view rest = chunk.substr(translated + 1);
    const auto text = packed ? unpack_zlib(rest, most_unpacked) : std::string(rest);
    if (!text) return false;
    blocks_.push_back({std::string(chunk.substr(0, translated)) + '\n' + *text, false});
    return true;
  }

  std::string_view bytes_;
  Blocks blocks_;
};

class WebpReader {
 public:
  explicit WebpReader(std::string_view bytes) : bytes_(bytes) {}

  std::optional<Blocks> read() {
    constexpr std::size_t header = 12;
    if (bytes_.size() < header) return std::nullopt;
    const std::size_t end = std::size_t{8} + number(bytes_, 4, 4, false);
    if (end > bytes_.size()) return std::nullopt;
    std::size_t at = header;
    while (at + 8 <= end) {
      const std::size_t length = number(bytes_, at + 4, 4, false);
      if (length > end - at - 8) return std::nullopt;
      if (!keep(bytes_.substr(at, 4), bytes_.substr(at + 8, length))) return std::nullopt;
      at += 8 + length + length % 2;
    }
    append_rest(bytes_.substr(std::min(at, bytes_.size())), blocks_);
    return std::move(blocks_);
  }

 private:
  bool keep(std::string_view name, std::string_view chunk) {
    constexpr auto drawing =
        std::to_array<std::string_view>({"VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF"});
    constexpr auto open = std::to_array<std::string_view>({"ICCP", "EXIF", "XMP "});
    if (is_one_of(name, drawing)) return true;
    blocks_.push_back({std::string(chunk), name == "ICCP"});
    return is_one_of(name, open) || chunk.size() <= longest_unknown;
  }

  std::string_view bytes_;
  Blocks blocks_;
};

}  // namespace

std::optional<std::vector<PictureBlock>> picture_blocks(std::string_view bytes) {
  switch (image_format(bytes)) {
    case ImageFormat::jpeg:
      return JpegReader(bytes).read();
    case ImageFormat::png:
      return PngReader(bytes).read();
    case ImageFormat::webp:
      return WebpReader(bytes).read();
    default:
      return std::nullopt;
  }
}

}  // namespace pes
