#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pes {

/// A part of a picture that holds no pixels.
struct PictureBlock {
  std::string bytes;       ///< Unpacked.
  bool technical = false;  ///< It tells how to draw the pixels, and is no metadata.
};

/// Everything in a JPEG, PNG or WebP file but its pixels and how they are coded: EXIF, IPTC, XMP,
/// comments, colour profiles, what programs added, what follows the picture.
///
/// Errors: nothing comes back for other files, for those that are cut off, and where a block cannot
///         be unpacked or is of an unknown kind and long.
/// Source: JPEG (ITU-T T.81), PNG third edition (W3C), WebP (RFC 9649).
std::optional<std::vector<PictureBlock>> picture_blocks(std::string_view bytes);

}  // namespace pes
