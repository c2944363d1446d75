#pragma once

#include <vips/vips.h>

#include <memory>

namespace pes {

struct Unref {
  void operator()(VipsImage* image) const { g_object_unref(image); }
};

/// An image of libvips, counted once.
using Image = std::unique_ptr<VipsImage, Unref>;

/// Makes libvips ready for this process; harmless when repeated.
///
/// Errors: std::runtime_error if it cannot start.
void start_vips();

/// Runs one operation of libvips, which gives its image by its last argument; nothing comes back
/// where it fails.
template <typename Operation>
Image run(Operation operation) {
  VipsImage* out = nullptr;
  if (operation(&out) != 0) {
    vips_error_clear();
    return nullptr;
  }
  return Image(out);
}

}  // namespace pes
