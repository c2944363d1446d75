#pragma once

#include "images/metadata.h"
#include "images/pixels.h"
#include "images/preview.h"
#include "publish/document_text.h"

namespace pes {

/// The functions that need libvips, exiv2, poppler, qpdf, expat or libarchive.
///
/// Those bring more than a hundred shared libraries, which take longer to load than a small site
/// takes to build. So these functions are in a module of their own, loaded when the first of them
/// is called: a site without pictures or documents never pays for it. The headers above declare
/// them; in the program they are calls of the module, in the module they are the work.
struct Media {
  decltype(pes::read_pixel_header)* read_pixel_header;
  decltype(pes::render_images)* render_images;
  decltype(pes::render_preview)* render_preview;
  decltype(pes::has_location)* has_location;
  decltype(pes::without_location)* without_location;
  decltype(pes::without_metadata)* without_metadata;
  decltype(pes::metadata_text)* metadata_text;
  decltype(pes::document_text)* document_text;
};

/// The name of the file of the module. It lies beside the program, or in `lib/pes` of its
/// installation, and is looked for nowhere else. Where it is missing, a call of one of the
/// functions is a std::runtime_error that names it.
inline constexpr const char* media_module = "pes_media.so";

/// The one symbol that the module shows.
inline constexpr const char* media_symbol = "pes_media";

}  // namespace pes
