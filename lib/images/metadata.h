#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace pes {

/// True if an image says where it was taken (EXIF or XMP).
bool has_location(std::string_view bytes);

/// The image without the place where it was taken; pixels and all other metadata stay as they are.
///
/// Shape: nothing comes back where the file cannot be rewritten, or would still say the place.
std::optional<std::string> without_location(std::string_view bytes);

/// The image without any metadata; pixels stay as they are.
///
/// Errors: std::runtime_error if the file cannot be rewritten, or would still say something.
std::string without_metadata(std::string_view bytes);

/// All text that the metadata of an image hold: EXIF, IPTC, XMP and comments, one a line.
std::string metadata_text(std::string_view bytes);

}  // namespace pes
