#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <stdexcept>

#include "images/preview.h"
#include "images/vips_image.h"
#include "text/markup.h"
#include "text/utf8.h"

namespace pes {

namespace {

constexpr int margin = 72;
constexpr int portrait_size = 330;
constexpr int title_top = 176;
constexpr int title_height = 270;
constexpr std::string_view serif = "DejaVu Serif Bold";
constexpr std::string_view sans = "DejaVu Sans";

void require(const Image& image) {
  if (!image) throw std::runtime_error("a preview image cannot be drawn: is a font missing?");
}

// White where the letters are, as wide as it needs to be.
Image draw_text(std::string_view text, std::string_view font, int size, int width) {
  const std::string markup = escape_markup(text);
  const std::string description = fmt::format("{} {}", font, size);
  return run([&](VipsImage** out) {
    return vips_text(out, markup.c_str(), "font", description.c_str(), "width", width, "dpi", 72,
                     "spacing", 0, nullptr);
  });
}

struct Place {
  int left;
  int top;
};

Image paint(Image canvas, const Image& letters, Place place, Colour colour) {
  require(letters);
  const Image mask = run([&](VipsImage** out) {
    return vips_embed(letters.get(), out, place.left, place.top, preview_width, preview_height,
                      nullptr);
  });
  require(mask);
  const std::array<double, 3> ink = {static_cast<double>(colour.red),
                                     static_cast<double>(colour.green),
                                     static_cast<double>(colour.blue)};
  const Image full = run([&](VipsImage** out) {
    *out = vips_image_new_from_image(canvas.get(), ink.data(), static_cast<int>(ink.size()));
    return *out == nullptr ? -1 : 0;
  });
  require(full);
  Image painted = run([&](VipsImage** out) {
    return vips_ifthenelse(mask.get(), full.get(), canvas.get(), out, "blend", TRUE, nullptr);
  });
  require(painted);
  return painted;
}

Image blank(const PreviewLook& look) {
  const std::string svg = fmt::format(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{0}\" height=\"{1}\">"
      "<rect width=\"{0}\" height=\"{1}\" fill=\"{2}\"/>"
      "<rect width=\"{0}\" height=\"18\" fill=\"{3}\"/>"
      "<rect x=\"{4}\" y=\"520\" width=\"{5}\" height=\"2\" fill=\"{3}\"/></svg>",
      preview_width, preview_height, format_colour(look.background), format_colour(look.tint),
      margin, preview_width - 2 * margin);
  const Image drawn = run([&](VipsImage** out) {
    return vips_svgload_buffer(const_cast<char*>(svg.data()), svg.size(), out, nullptr);
  });
  require(drawn);
  Image flat = run([&](VipsImage** out) { return vips_flatten(drawn.get(), out, nullptr); });
  require(flat);
  return flat;
}

// The largest of some sizes at which the title fits; the last one whatever happens.
Image draw_title(const std::string& title, int width) {
  constexpr std::array sizes = {68, 60, 52, 46, 40};
  constexpr std::size_t longest = 180;
  const std::string text = cut_at_word(title, longest);
  Image letters;
  for (const int size : sizes) {
    letters = draw_text(text, serif, size, width);
    require(letters);
    if (letters->Ysize <= title_height) break;
  }
  const int height = std::min(letters->Ysize, title_height + 2 * margin);
  return run([&](VipsImage** out) {
    return vips_extract_area(letters.get(), out, 0, 0, letters->Xsize, height, nullptr);
  });
}

// A name takes one line, so that nothing runs over anything.
Image draw_line(const std::string& text, std::string_view font, int size, int width) {
  constexpr std::size_t longest = 60;
  const Image letters = draw_text(cut_at_word(text, longest), font, size, 0);
  require(letters);
  return run([&](VipsImage** out) {
    return vips_extract_area(letters.get(), out, 0, 0, std::min(letters->Xsize, width),
                             letters->Ysize, nullptr);
  });
}

Image add_portrait(const Image& canvas, const Preview& preview, const std::string& bytes) {
  const Rendition square{portrait_size, portrait_size, Encoding::jpeg};
  const auto made = render_images(bytes, preview.portrait->region, {&square, 1});
  if (made.empty()) return nullptr;
  const Image picture = run([&](VipsImage** out) {
    return vips_jpegload_buffer(const_cast<char*>(made.front().data()), made.front().size(), out,
                                nullptr);
  });
  if (!picture) return nullptr;
  const Image joined = run([&](VipsImage** out) {
    return vips_insert(canvas.get(), picture.get(), out, preview_width - margin - portrait_size,
                       title_top, nullptr);
  });
  if (!joined) return nullptr;
  // libvips reads late, and the bytes of the portrait do not outlive this function.
  return run([&](VipsImage** out) {
    *out = vips_image_copy_memory(joined.get());
    return *out == nullptr ? -1 : 0;
  });
}

std::string encode(const Image& image) {
  void* bytes = nullptr;
  std::size_t size = 0;
  if (vips_pngsave_buffer(image.get(), &bytes, &size, "compression", 6, "strip", TRUE, nullptr) !=
      0) {
    vips_error_clear();
    throw std::runtime_error("a preview image cannot be written");
  }
  std::string out(static_cast<const char*>(bytes), size);
  g_free(bytes);
  return out;
}

}  // namespace

std::string render_preview(const Preview& preview, const std::string& portrait) {
  start_vips();
  const PreviewLook& look = preview.look;
  const int width = preview_width - 2 * margin - (preview.portrait ? portrait_size + margin : 0);
  Image canvas = blank(look);
  if (preview.portrait) {
    canvas = add_portrait(canvas, preview, portrait);
    if (!canvas) return "";
  }
  canvas =
      paint(std::move(canvas), draw_line(preview.label, sans, 30, width), {margin, 96}, look.tint);
  canvas =
      paint(std::move(canvas), draw_title(preview.title, width), {margin, title_top}, look.text);
  if (!preview.structure.empty()) {
    canvas = paint(std::move(canvas), draw_line(preview.structure, sans, 30, width), {margin, 464},
                   look.soft);
  }
  canvas = paint(std::move(canvas), draw_line(preview.site, sans, 26, preview_width - 2 * margin),
                 {margin, 548}, look.soft);
  return encode(canvas);
}

}  // namespace pes
