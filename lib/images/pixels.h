#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace pes {

/// What the header of an image says.
struct PixelHeader {
  int width = 0;  ///< Pixels, upright.
  int height = 0;
  std::int64_t decoded = 0;  ///< Bytes of all its pixels.
  /// True where no part can be decoded before the whole file: interlaced PNG, progressive JPEG.
  bool at_once = false;
  bool animated = false;
  bool cmyk = false;
};

/// Reads the header alone; nothing comes back where there is no readable one.
///
/// Shape: `bytes` are a JPEG, PNG or WebP file.
std::optional<PixelHeader> read_pixel_header(std::string_view bytes);

/// A part of an upright image.
///
/// Units: pixels.
struct Region {
  int left = 0;
  int top = 0;
  int width = 0;
  int height = 0;
};

enum class Encoding { jpeg, webp };

/// An image to be made.
struct Rendition {
  int width = 0;
  int height = 0;
  Encoding encoding = Encoding::jpeg;
};

/// Makes several images of one part of an image: upright, in sRGB, and with nothing of the metadata
/// of their source; for want of a profile, readers take them for sRGB, as they should. A WebP file
/// may still hold an empty block of metadata: see without_metadata().
///
/// Shape:  one file for each rendition, in their order; nothing if the image cannot be decoded to
///         its end.
/// Source: CSS Color 4, section 10.2, for images without a profile.
std::vector<std::string> render_images(std::string_view bytes, const Region& region,
                                       std::span<const Rendition> renditions);

/// Changes whenever `render_images` would give other bytes for the same arguments.
inline constexpr std::string_view rendering_version = "1";

}  // namespace pes
