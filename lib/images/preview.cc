#include "images/preview.h"

#include <fmt/format.h>

#include "text/digest.h"

namespace pes {

std::string preview_path(const Preview& preview) {
  const PreviewLook& look = preview.look;
  const std::string what =
      fmt::format("{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}", drawing_version, preview.label,
                  preview.title, preview.structure, preview.site, format_colour(look.background),
                  format_colour(look.text), format_colour(look.soft), format_colour(look.tint),
                  preview.portrait ? preview.portrait->files.front().path : "");
  constexpr std::size_t digits = 20;
  return fmt::format("apercus/{}.png", sha256(what).substr(0, digits));
}

}  // namespace pes
