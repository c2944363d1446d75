#include "images/format.h"

#include <doctest/doctest.h>

#include "support/files.h"

namespace pes::test {

namespace {

std::string fixture(const std::string& name) {
  return read(repository() / "tests/images/fichiers" / name);
}

}  // namespace

TEST_CASE("image format: the bytes decide, not the name") {
  CHECK(image_format(fixture("photo.jpg")) == ImageFormat::jpeg);
  CHECK(image_format(fixture("extension.png")) == ImageFormat::jpeg);
  CHECK(image_format(fixture("transparent.png")) == ImageFormat::png);
  CHECK(image_format(fixture("anime.webp")) == ImageFormat::webp);
  CHECK(image_format(fixture("dans.heic")) == ImageFormat::heif);
  CHECK(image_format(fixture("script.svg")) == ImageFormat::svg);
  CHECK(image_format("%PDF-1.7") == ImageFormat::none);
  CHECK(image_format("Un texte qui cite <svg en passant.") == ImageFormat::none);
  CHECK(image_format("") == ImageFormat::none);
}

TEST_CASE("image format: names are judged without case") {
  CHECK(extension_fits("a.JPG", ImageFormat::jpeg));
  CHECK(extension_fits("été/a.jpeg", ImageFormat::jpeg));
  CHECK_FALSE(extension_fits("a.png", ImageFormat::jpeg));
  CHECK_FALSE(extension_fits("jpg", ImageFormat::jpeg));
  CHECK(has_image_extension("a.HEIC"));
  CHECK_FALSE(has_image_extension("charte.pdf"));
}

TEST_CASE("image format: the scans of a JPEG are counted as decoders find them") {
  const std::string bytes = fixture("passes.jpg");
  const std::size_t second = bytes.find("\xFF\xDA", bytes.find("\xFF\xDA") + 1);
  const auto with = [&](std::string_view between) {
    return bytes.substr(0, second) + std::string(between) + bytes.substr(second);
  };

  CHECK(count_scans(fixture("photo.jpg")) == 1);
  CHECK(count_scans(bytes) == 101);
  CHECK(count_scans(with("de trop")) == 101);
  CHECK(count_scans(with("\xFF\x01")) == 101);
  CHECK(count_scans(with("\xFF\xFF")) == 101);
  CHECK(count_scans(bytes + bytes) == 101);
  CHECK(count_scans("\xFF\xD8\xFF") == 0);
}

TEST_CASE("image format: a file that is cut off is seen without decoding it") {
  for (const char* name : {"tourne.jpg", "transparent.png", "anime.webp"}) {
    const std::string bytes = fixture(name);
    const ImageFormat format = image_format(bytes);
    INFO(name);
    CHECK_FALSE(is_cut_off(bytes, format));
    for (const std::size_t kept : {bytes.size() / 4, bytes.size() / 2}) {
      CHECK(is_cut_off(std::string_view(bytes).substr(0, kept), format));
    }
  }
  CHECK(is_cut_off("\xFF\xD8\xFF", ImageFormat::jpeg));
}

TEST_CASE("image format: a PNG that moves says so") {
  CHECK(is_animated_png(fixture("anime.png")));
  CHECK_FALSE(is_animated_png(fixture("transparent.png")));
  CHECK_FALSE(is_animated_png(fixture("photo.jpg")));
}

}  // namespace pes::test
