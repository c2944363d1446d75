#include "site/picture_markup.h"

#include <fmt/format.h>

#include "text/markup.h"

namespace pes {

std::string source_set(const ImageSet& images, Encoding encoding, const BaseUrl& base) {
  std::string out;
  for (const Derivative& file : images.files) {
    if (file.rendition.encoding != encoding) continue;
    out += fmt::format("{}{} {}w", out.empty() ? "" : ", ", base.link("/" + file.path),
                       file.rendition.width);
  }
  return out;
}

std::string picture_markup(const ImageSet& images, std::string_view alternative,
                           std::string_view title, std::string_view sizes, const BaseUrl& base) {
  const Derivative& fallback = images.fallback();
  const std::string named = title.empty() ? "" : fmt::format(" title=\"{}\"", escape_markup(title));
  return fmt::format(
      "<picture><source type=\"image/webp\" srcset=\"{webp}\" sizes=\"{sizes}\">"
      "<img src=\"{src}\" srcset=\"{jpeg}\" sizes=\"{sizes}\" width=\"{width}\" "
      "height=\"{height}\" alt=\"{alt}\"{title} loading=\"lazy\" decoding=\"async\"></picture>",
      fmt::arg("webp", source_set(images, Encoding::webp, base)),
      fmt::arg("jpeg", source_set(images, Encoding::jpeg, base)),
      fmt::arg("sizes", escape_markup(sizes)), fmt::arg("src", base.link("/" + fallback.path)),
      fmt::arg("width", fallback.rendition.width), fmt::arg("height", fallback.rendition.height),
      fmt::arg("alt", escape_markup(alternative)), fmt::arg("title", named));
}

}  // namespace pes
