#pragma once

#include <cstddef>
#include <string_view>

#include "text/language.h"

namespace pes {

/// What the first bytes of a file say that it is.
enum class ImageFormat {
  none,  ///< No image that pes knows.
  jpeg,
  png,
  webp,
  gif,
  svg,
  heif,  ///< HEIC and AVIF
  tiff,
  bmp
};

/// Source: JPEG (ITU-T T.81), PNG (W3C), WebP (RFC 9649), ISO/IEC 23008-12, GIF89a, TIFF 6.0.
ImageFormat image_format(std::string_view bytes);

/// « JPEG », « HEIC ou AVIF »
Text format_name(ImageFormat format);

/// True for the formats that photos are published from.
bool is_publishable(ImageFormat format);

/// True if a file of this name claims to be an image.
bool has_image_extension(std::string_view name);

/// True if the name of a file ends as those of its format do.
bool extension_fits(std::string_view name, ImageFormat format);

/// True if a JPEG, PNG or WebP file is cut off before its end. Nothing is decoded.
bool is_cut_off(std::string_view bytes, ImageFormat format);

/// How many times a JPEG goes over its pixels: a progressive one may do so as often as it likes.
///
/// Source: ITU-T T.81, B.1.1.
std::size_t count_scans(std::string_view bytes);

/// True for a PNG that moves.
///
/// Source: PNG third edition, chunk acTL.
bool is_animated_png(std::string_view bytes);

}  // namespace pes
