#pragma once

#include <string>
#include <string_view>

#include "images/derivatives.h"
#include "site/addresses.h"

namespace pes {

/// The attribute `srcset` for one encoding: "/medias/a-480.webp 480w, /medias/a-960.webp 960w".
std::string source_set(const ImageSet& images, Encoding encoding, const BaseUrl& base);

/// A picture in a text: a <picture> with both encodings, its size, and loaded only when it comes
/// near the screen.
std::string picture_markup(const ImageSet& images, std::string_view alternative,
                           std::string_view title, std::string_view sizes, const BaseUrl& base);

}  // namespace pes
