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
void metadata_go_or_the_file_is_refused(std::string_view bytes) {
  const auto rewritten = without_location(bytes);
  hold(!rewritten || !has_location(*rewritten), "a location goes");
  try {
    const std::string bare = without_metadata(bytes);
    hold(!bare.empty() && metadata_text(bare).empty(), "metadata go");
    hold(!has_location(bare), "a location goes with all metadata");
  } catch (const std::runtime_error&) {
    return;
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
  metadata_go_or_the_file_is_refused(bytes);
}

}  // namespace pes::test
