#include "media/media.h"

extern "C" __attribute__((visibility("default"))) const pes::Media pes_media = {
    pes::read_pixel_header, pes::render_images,    pes::render_preview, pes::has_location,
    pes::without_location,  pes::without_metadata, pes::metadata_text,  pes::document_text};
