#include "images/pixels.h"

#include <algorithm>
#include <cmath>

#include "images/vips_image.h"

namespace pes {

namespace {

constexpr int jpeg_quality = 80;
constexpr int webp_quality = 78;
constexpr int any_height = 10'000'000;

// The whole image, upright and in sRGB, as wide as the region needs to be `width` pixels wide.
Image load(std::string_view bytes, const Region& region, int source_width, int width) {
  const double scale = static_cast<double>(width) / region.width;
  const int whole = std::max(1, static_cast<int>(std::ceil(source_width * scale)));
  // Not vips_thumbnail_buffer, which in 8.14 takes a file that is cut off for a whole one.
  const Image source(vips_image_new_from_buffer(bytes.data(), bytes.size(), "", "fail_on",
                                                VIPS_FAIL_ON_ERROR, "access",
                                                VIPS_ACCESS_SEQUENTIAL, nullptr));
  if (!source) {
    vips_error_clear();
    return nullptr;
  }
  return run([&](VipsImage** out) {
    return vips_thumbnail_image(source.get(), out, whole, "height", any_height, "size",
                                VIPS_SIZE_DOWN, "export_profile", "srgb", nullptr);
  });
}

Image extract(VipsImage* image, const Region& region, int source_width) {
  const double scale = static_cast<double>(image->Xsize) / source_width;
  const auto scaled = [&](int length) { return static_cast<int>(std::lround(length * scale)); };
  const int left = std::clamp(scaled(region.left), 0, image->Xsize - 1);
  const int top = std::clamp(scaled(region.top), 0, image->Ysize - 1);
  const int width = std::clamp(scaled(region.width), 1, image->Xsize - left);
  const int height = std::clamp(scaled(region.height), 1, image->Ysize - top);
  const Image part = run([&](VipsImage** out) {
    return vips_extract_area(image, out, left, top, width, height, nullptr);
  });
  if (!part) return nullptr;
  // Each rendition starts from the same pixels, so they are computed once; this is also where a
  // file that is damaged in its middle comes out.
  Image pixels = run([&](VipsImage** out) {
    *out = vips_image_copy_memory(part.get());
    return *out == nullptr ? -1 : 0;
  });
  // libjpeg only warns of pixels that are missing before the end, and fills them with grey.
  const bool grey =
      std::string_view(vips_error_buffer()).find("remature end") != std::string_view::npos;
  vips_error_clear();
  return grey ? nullptr : std::move(pixels);
}

// libvips 8.14 writes what is known of the source into WebP files even when told to strip it.
Image without_metadata(VipsImage* image) {
  Image bare = run([&](VipsImage** out) { return vips_copy(image, out, nullptr); });
  if (!bare) return nullptr;
  char** names = vips_image_get_fields(bare.get());
  for (char** name = names; *name != nullptr; ++name) vips_image_remove(bare.get(), *name);
  g_strfreev(names);
  return bare;
}

int encode(VipsImage* image, Encoding encoding, void** bytes, std::size_t* size) {
  if (encoding == Encoding::webp) {
    return vips_webpsave_buffer(image, bytes, size, "Q", webp_quality, "effort", 4, "strip", TRUE,
                                nullptr);
  }
  constexpr double white = 255;
  VipsArrayDouble* background = vips_array_double_newv(1, white);
  const int result =
      vips_jpegsave_buffer(image, bytes, size, "Q", jpeg_quality, "optimize_coding", TRUE,
                           "interlace", TRUE, "background", background, "strip", TRUE, nullptr);
  vips_area_unref(VIPS_AREA(background));
  return result;
}

std::string render(VipsImage* image, const Rendition& rendition) {
  const Image resized = run([&](VipsImage** out) {
    return vips_thumbnail_image(image, out, rendition.width, "height", rendition.height, "size",
                                VIPS_SIZE_FORCE, nullptr);
  });
  if (!resized) return "";
  const Image bare = without_metadata(resized.get());
  if (!bare) return "";
  void* bytes = nullptr;
  std::size_t size = 0;
  if (encode(bare.get(), rendition.encoding, &bytes, &size) != 0) {
    vips_error_clear();
    return "";
  }
  std::string out(static_cast<const char*>(bytes), size);
  g_free(bytes);
  return out;
}

}  // namespace

std::optional<PixelHeader> read_pixel_header(std::string_view bytes) {
  start_vips();
  const Image image(vips_image_new_from_buffer(bytes.data(), bytes.size(), "", nullptr));
  if (!image) {
    vips_error_clear();
    return std::nullopt;
  }
  PixelHeader header{image->Xsize,
                     image->Ysize,
                     static_cast<std::int64_t>(VIPS_IMAGE_SIZEOF_IMAGE(image.get())),
                     vips_image_get_typeof(image.get(), "interlaced") != 0,
                     vips_image_get_n_pages(image.get()) > 1,
                     image->Type == VIPS_INTERPRETATION_CMYK};
  if (vips_image_get_orientation_swap(image.get()) != 0) std::swap(header.width, header.height);
  return header;
}

std::vector<std::string> render_images(std::string_view bytes, const Region& region,
                                       std::span<const Rendition> renditions) {
  start_vips();
  const auto header = read_pixel_header(bytes);
  if (!header) return {};
  int width = 1;
  for (const Rendition& rendition : renditions) width = std::max(width, rendition.width);
  vips_error_clear();
  const Image whole = load(bytes, region, header->width, width);
  if (!whole) return {};
  const Image part = extract(whole.get(), region, header->width);
  if (!part) return {};
  std::vector<std::string> files;
  for (const Rendition& rendition : renditions) {
    files.push_back(render(part.get(), rendition));
    if (files.back().empty()) return {};
  }
  return files;
}

}  // namespace pes
