#include "images/pixels.h"

#include <doctest/doctest.h>
#include <vips/vips.h>

#include <array>

#include "images/metadata.h"
#include "support/files.h"

namespace pes::test {

namespace {

std::string fixture(const std::string& name) {
  return read(repository() / "tests/images/fichiers" / name);
}

std::vector<std::string> render_whole(const std::string& name, std::vector<Rendition> renditions) {
  const std::string bytes = fixture(name);
  const auto header = read_pixel_header(bytes);
  REQUIRE(header.has_value());
  return render_images(bytes, {0, 0, header->width, header->height}, renditions);
}

// An image decoded anew.
struct Decoded {
  int width = 0;
  int height = 0;
  VipsImage* image = nullptr;

  explicit Decoded(const std::string& bytes)
      : image(vips_image_new_from_buffer(bytes.data(), bytes.size(), "", nullptr)) {
    REQUIRE(image != nullptr);
    width = image->Xsize;
    height = image->Ysize;
  }
  ~Decoded() { g_object_unref(image); }
  Decoded(const Decoded&) = delete;
  Decoded& operator=(const Decoded&) = delete;

  [[nodiscard]] std::array<double, 3> at(int x, int y) const {
    double* values = nullptr;
    int count = 0;
    REQUIRE(vips_getpoint(image, &values, &count, x, y, nullptr) == 0);
    const std::array<double, 3> point = {values[0], values[1], values[2]};
    g_free(values);
    return point;
  }
};

}  // namespace

TEST_CASE("pixels: both encodings at the size that is asked for") {
  const auto files =
      render_whole("photo.jpg", {{48, 32, Encoding::jpeg}, {24, 16, Encoding::webp}});

  REQUIRE(files.size() == 2);
  CHECK(files[0].starts_with("\xFF\xD8"));
  CHECK(files[1].substr(8, 4) == "WEBP");
  CHECK(Decoded(files[0]).width == 48);
  CHECK(Decoded(files[1]).height == 16);
}

TEST_CASE("pixels: orientation is applied, and the header already counts with it") {
  const auto header = read_pixel_header(fixture("tourne.jpg"));
  const auto files = render_whole("tourne.jpg", {{64, 96, Encoding::jpeg}});

  CHECK(header->width == 64);
  CHECK(header->height == 96);
  REQUIRE(files.size() == 1);
  const Decoded upright(files[0]);
  CHECK(upright.width == 64);
  CHECK(upright.height == 96);
  // The red edge, stored at the top, belongs to the right.
  CHECK(upright.at(60, 48)[1] < 60);
  CHECK(upright.at(4, 48)[1] > 200);
}

TEST_CASE("pixels: other colour spaces become sRGB") {
  // Pure green of Adobe RGB is outside of sRGB: its red is clipped to none, and green stays full.
  const auto files = render_whole("large.jpg", {{40, 30, Encoding::jpeg}});

  REQUIRE(files.size() == 1);
  const Decoded image(files[0]);
  CHECK(vips_image_get_typeof(image.image, VIPS_META_ICC_NAME) == 0);
  CHECK(image.at(20, 15)[0] < 40);
  CHECK(image.at(20, 15)[1] > 240);
}

TEST_CASE("pixels: transparency is white in JPEG and kept in WebP; 16 bits become 8") {
  const auto files =
      render_whole("transparent.png", {{32, 32, Encoding::jpeg}, {32, 32, Encoding::webp}});
  const auto deep = render_whole("seize.png", {{32, 24, Encoding::jpeg}});

  REQUIRE(files.size() == 2);
  CHECK(Decoded(files[0]).at(16, 31)[0] > 120);
  CHECK(vips_image_hasalpha(Decoded(files[1]).image) != 0);
  REQUIRE(deep.size() == 1);
  CHECK(Decoded(deep[0]).image->BandFmt == VIPS_FORMAT_UCHAR);
}

TEST_CASE("pixels: a region is cut from the upright image") {
  const std::string bytes = fixture("tourne.jpg");

  const auto files =
      render_images(bytes, {0, 0, 32, 32}, std::vector<Rendition>{{32, 32, Encoding::jpeg}});

  REQUIRE(files.size() == 1);
  CHECK(Decoded(files[0]).at(16, 16)[1] > 200);
}

TEST_CASE("pixels: what cannot be decoded to its end gives nothing") {
  for (const char* name : {"coupe.jpg", "immense.png"}) {
    const std::string bytes = fixture(name);
    INFO(name);
    CHECK(render_images(bytes, {0, 0, 32, 64}, std::vector<Rendition>{{16, 32, Encoding::jpeg}})
              .empty());
  }
  CHECK_FALSE(read_pixel_header("rien").has_value());
  CHECK(
      render_images("rien", {0, 0, 1, 1}, std::vector<Rendition>{{1, 1, Encoding::jpeg}}).empty());
}

TEST_CASE("pixels: headers tell what moves and what is for print") {
  CHECK(read_pixel_header(fixture("anime.webp"))->animated);
  CHECK(read_pixel_header(fixture("cmjn.jpg"))->cmyk);
  CHECK(read_pixel_header(fixture("immense.jpg"))->width == 30000);
}

TEST_CASE("pixels: the same image gives the same bytes") {
  const std::vector<Rendition> wanted = {{48, 32, Encoding::jpeg}, {48, 32, Encoding::webp}};

  CHECK(render_whole("photo.jpg", wanted) == render_whole("photo.jpg", wanted));
}

TEST_CASE("metadata: nothing of the source is left in what is published") {
  for (const char* name : {"photo.jpg", "transparent.png", "tourne.jpg"}) {
    for (const Encoding encoding : {Encoding::jpeg, Encoding::webp}) {
      INFO(name);
      const auto files = render_whole(name, {{20, 20, encoding}});
      REQUIRE(files.size() == 1);
      const std::string bare = without_metadata(files[0]);
      CHECK(metadata_text(bare).empty());
      CHECK(bare.find("Exif") == std::string::npos);
      CHECK(bare.find("Camille") == std::string::npos);
      CHECK(Decoded(bare).width == 20);
    }
  }
}

TEST_CASE("metadata: text of every kind is found") {
  CHECK(occurrences(metadata_text(fixture("photo.jpg")), "Camille Exemple") >= 5);
  CHECK(metadata_text(fixture("transparent.png")).find("Camille Exemple") != std::string::npos);
  CHECK(metadata_text("rien").empty());
}

TEST_CASE("metadata: a location goes without anything else") {
  for (const char* name : {"photo.jpg", "transparent.png"}) {
    INFO(name);
    const std::string bytes = fixture(name);
    const std::string mended = without_location(bytes).value();

    CHECK(has_location(bytes));
    CHECK_FALSE(has_location(mended));
    CHECK(metadata_text(mended).find("Camille Exemple") != std::string::npos);
    CHECK(render_images(mended, {0, 0, 32, 32}, std::vector<Rendition>{{32, 32, Encoding::jpeg}}) ==
          render_images(bytes, {0, 0, 32, 32}, std::vector<Rendition>{{32, 32, Encoding::jpeg}}));
  }
  CHECK_FALSE(has_location(fixture("tourne.jpg")));
  CHECK_FALSE(has_location("rien"));
}

TEST_CASE("metadata: a damaged file is not said to be without what it still has") {
  for (const char* name : {"location-that-stays", "metadata-that-stay"}) {
    INFO(name);
    const std::string bytes = read(repository() / "tests/fuzz/found/images" / name);

    CHECK_THROWS_AS(without_metadata(bytes), std::runtime_error);
  }
  CHECK_FALSE(without_location("rien"));
}

}  // namespace pes::test
