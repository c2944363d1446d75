#include <optional>
#include <stdexcept>
#include <string>

#include "fuzz/properties.h"
#include "fuzz/targets.h"
#include "images/format.h"
#include "images/metadata.h"
#include "images/picture_blocks.h"
#include "images/pixels.h"

namespace pes::test {

namespace {

// A damaged file may be refused.
void metadata_are_rewritten_or_refused(std::string_view bytes) {
  for (const auto rewrite : {without_metadata, without_location}) {
    std::optional<std::string> rewritten;
    try {
      rewritten = rewrite(bytes);
    } catch (const std::runtime_error&) {
      continue;
    }
    hold(!rewritten->empty(), "a rewritten picture is a file");
  }
}

void a_header_is_of_a_picture(std::string_view bytes) {
  const auto header = read_pixel_header(bytes);
  hold(!header || (header->width > 0 && header->height > 0), "a picture has a size");
}

}  // namespace

void hold_images(std::string_view bytes) {
  const ImageFormat format = image_format(bytes);
  (void)format_name(format);
  (void)is_cut_off(bytes, format);
  (void)is_animated_png(bytes);
  if (!is_publishable(format)) return;
  a_header_is_of_a_picture(bytes);
  (void)picture_blocks(bytes);
  (void)metadata_text(bytes);
  metadata_are_rewritten_or_refused(bytes);
}

}  // namespace pes::test
