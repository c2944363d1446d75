#include "images/format.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "text/utf8.h"

namespace pes {

namespace {

using namespace std::string_view_literals;

struct Signature {
  ImageFormat format;
  std::size_t offset;
  std::string_view bytes;
};
constexpr auto signatures = std::to_array<Signature>({{ImageFormat::jpeg, 0, "\xFF\xD8\xFF"sv},
                                                      {ImageFormat::png, 0, "\x89PNG\r\n\x1A\n"sv},
                                                      {ImageFormat::webp, 8, "WEBP"sv},
                                                      {ImageFormat::gif, 0, "GIF8"sv},
                                                      {ImageFormat::heif, 4, "ftyp"sv},
                                                      {ImageFormat::tiff, 0, "II*\0"sv},
                                                      {ImageFormat::tiff, 0, "MM\0*"sv},
                                                      {ImageFormat::bmp, 0, "BM"sv}});

struct Extension {
  std::string_view name;
  ImageFormat format;
};
constexpr auto extensions = std::to_array<Extension>({{".jpg", ImageFormat::jpeg},
                                                      {".jpeg", ImageFormat::jpeg},
                                                      {".jpe", ImageFormat::jpeg},
                                                      {".jfif", ImageFormat::jpeg},
                                                      {".png", ImageFormat::png},
                                                      {".webp", ImageFormat::webp},
                                                      {".gif", ImageFormat::gif},
                                                      {".svg", ImageFormat::svg},
                                                      {".heic", ImageFormat::heif},
                                                      {".heif", ImageFormat::heif},
                                                      {".avif", ImageFormat::heif},
                                                      {".tif", ImageFormat::tiff},
                                                      {".tiff", ImageFormat::tiff},
                                                      {".bmp", ImageFormat::bmp}});

std::string extension_of(std::string_view name) {
  const std::size_t dot = name.rfind('.');
  return dot == std::string_view::npos ? std::string() : fold(name.substr(dot));
}

// Drawings are text, which may begin with a prologue.
bool looks_like_svg(std::string_view bytes) {
  constexpr std::size_t prologue = 4096;
  const std::string_view start = bytes.substr(0, prologue);
  return start.find("<svg") != std::string_view::npos && trim(start).starts_with('<') &&
         start.find('\0') == std::string_view::npos;
}

std::uint32_t big_endian(std::string_view bytes, std::size_t at, std::size_t size) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < size; ++i) {
    value = value << 8U | static_cast<unsigned char>(bytes[at + i]);
  }
  return value;
}

bool has_no_length(unsigned char marker) {
  return marker <= 0x01 || (marker >= 0xD0 && marker <= 0xD7);
}

// Where pixels of a JPEG begin from the marker at `at` on, or npos: the thumbnail in its metadata
// has an end of its own. Decoders pass over what stands between markers, and so do we.
std::size_t start_of_scan(std::string_view bytes, std::size_t at) {
  while (at < bytes.size() && bytes.size() - at >= 4) {
    const auto marker = static_cast<unsigned char>(bytes[at + 1]);
    if (bytes[at] != '\xFF') {
      at = bytes.find('\xFF', at);
    } else if (marker == 0xDA) {
      return at;
    } else if (marker == 0xD9) {
      break;
    } else if (marker == 0xFF) {
      ++at;
    } else {
      at += 2 + (has_no_length(marker) ? 0 : big_endian(bytes, at + 2, 2));
    }
  }
  return std::string_view::npos;
}

// Calls `see` with the name of every chunk until it returns true.
template <typename See>
bool any_chunk(std::string_view bytes, See see) {
  constexpr std::size_t signature = 8;
  constexpr std::size_t frame = 12;
  for (std::size_t at = signature; at + frame <= bytes.size();) {
    const std::size_t length = big_endian(bytes, at, 4);
    if (at + frame + length > bytes.size()) return false;
    if (see(bytes.substr(at + 4, 4))) return true;
    at += frame + length;
  }
  return false;
}

std::size_t riff_size(std::string_view bytes) {
  std::size_t size = 0;
  for (std::size_t i = 0; i < 4; ++i) {
    size |= static_cast<std::size_t>(static_cast<unsigned char>(bytes[4 + i])) << (8 * i);
  }
  return size + 8;
}

}  // namespace

ImageFormat image_format(std::string_view bytes) {
  for (const Signature& signature : signatures) {
    if (bytes.size() < signature.offset + signature.bytes.size()) continue;
    if (bytes.substr(signature.offset, signature.bytes.size()) == signature.bytes) {
      return signature.format;
    }
  }
  return looks_like_svg(bytes) ? ImageFormat::svg : ImageFormat::none;
}

Text format_name(ImageFormat format) {
  switch (format) {
    case ImageFormat::jpeg:
      return {"JPEG", "JPEG"};
    case ImageFormat::png:
      return {"PNG", "PNG"};
    case ImageFormat::webp:
      return {"WebP", "WebP"};
    case ImageFormat::gif:
      return {"GIF", "GIF"};
    case ImageFormat::svg:
      return {"SVG", "SVG"};
    case ImageFormat::heif:
      return {"HEIC ou AVIF", "HEIC or AVIF"};
    case ImageFormat::tiff:
      return {"TIFF", "TIFF"};
    case ImageFormat::bmp:
      return {"BMP", "BMP"};
    case ImageFormat::none:
      break;
  }
  return {"inconnu", "unknown"};
}

bool is_publishable(ImageFormat format) {
  return format == ImageFormat::jpeg || format == ImageFormat::png || format == ImageFormat::webp;
}

bool has_image_extension(std::string_view name) {
  const std::string own = extension_of(name);
  return std::any_of(extensions.begin(), extensions.end(),
                     [&](const Extension& known) { return known.name == own; });
}

bool extension_fits(std::string_view name, ImageFormat format) {
  const std::string own = extension_of(name);
  return std::any_of(extensions.begin(), extensions.end(), [&](const Extension& known) {
    return known.name == own && known.format == format;
  });
}

bool is_cut_off(std::string_view bytes, ImageFormat format) {
  if (format == ImageFormat::jpeg) {
    const std::size_t scan = start_of_scan(bytes, 2);
    const std::size_t end = bytes.rfind("\xFF\xD9"sv);
    return scan == std::string_view::npos || end == std::string_view::npos || end < scan;
  }
  if (format == ImageFormat::png) {
    return !any_chunk(bytes, [](std::string_view name) { return name == "IEND"; });
  }
  return format == ImageFormat::webp && bytes.size() < riff_size(bytes);
}

std::size_t count_scans(std::string_view bytes) {
  std::size_t scans = 0;
  for (std::size_t at = start_of_scan(bytes, 2); at < bytes.size(); ++scans) {
    at = start_of_scan(bytes, at + 2);
  }
  return scans;
}

bool is_animated_png(std::string_view bytes) {
  return image_format(bytes) == ImageFormat::png &&
         any_chunk(bytes, [](std::string_view name) { return name == "acTL"; });
}

}  // namespace pes
