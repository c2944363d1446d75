#include <stdexcept>

#include "fuzz/properties.h"
#include "fuzz/targets.h"
#include "images/format.h"
#include "images/metadata.h"
#include "images/picture_blocks.h"
#include "images/pixels.h"

namespace pes::test {

namespace {

// Nothing comes back where the file cannot be rewritten.
std::string rewritten(std::string (*rewrite)(std::string_view), std::string_view bytes) {
  try {
    return rewrite(bytes);
  } catch (const std::runtime_error&) {
    return "";
  }
}

void what_is_taken_out_is_gone(std::string_view bytes) {
  const std::string bare = rewritten(without_metadata, bytes);
  hold(bare.empty() || !has_location(bare), "a picture without metadata has no location");
  const std::string nowhere = rewritten(without_location, bytes);
  hold(nowhere.empty() || !has_location(nowhere), "a location that is taken out is gone");
}

void a_header_is_of_a_picture(std::string_view bytes, ImageFormat format) {
  const auto header = read_pixel_header(bytes);
  hold(!header || (header->width > 0 && header->height > 0), "a picture has a size");
  hold(!picture_blocks(bytes) || is_publishable(format), "blocks are those of a known format");
}

}  // namespace

void hold_images(std::string_view bytes) {
  const ImageFormat format = image_format(bytes);
  (void)format_name(format);
  (void)is_cut_off(bytes, format);
  (void)is_animated_png(bytes);
  if (!is_publishable(format)) return;
  a_header_is_of_a_picture(bytes, format);
  (void)metadata_text(bytes);
  what_is_taken_out_is_gone(bytes);
}

}  // namespace pes::test
