#include "images/derivatives.h"

#include <doctest/doctest.h>

namespace pes::test {

namespace {

const ImageSpecs specs = {{400, 800, 1200}, "100vw", {}};

std::vector<int> widths(const ImageSet& images) {
  std::vector<int> out;
  for (const Derivative& file : images.files) {
    if (file.rendition.encoding == Encoding::webp) out.push_back(file.rendition.width);
  }
  return out;
}

ImageSet plan(int width, int height) {
  return plan_images("a.jpg", {width, height, "abc"}, Crop::whole, {}, specs);
}

}  // namespace

TEST_CASE("derivatives: never wider than the source, and its own width where that is less") {
  CHECK(widths(plan(3000, 2000)) == std::vector{400, 800, 1200});
  CHECK(widths(plan(1200, 800)) == std::vector{400, 800, 1200});
  CHECK(widths(plan(1000, 800)) == std::vector{400, 800, 1000});
  CHECK(widths(plan(400, 300)) == std::vector{400});
  CHECK(widths(plan(30, 20)) == std::vector{30});
}

TEST_CASE("derivatives: heights keep the shape") {
  CHECK(plan(3000, 2000).files.front().rendition.height == 267);
  CHECK(plan(5000, 1).files.front().rendition.height == 1);
}

TEST_CASE("derivatives: names follow from content and parameters, not from the file's name") {
  const ImageFacts facts{3000, 2000, "abc"};
  const auto first = [&](const std::string& name, const ImageFacts& f, Crop crop,
                         FocalPoint focus) {
    return plan_images(name, f, crop, focus, specs).files.front().path;
  };
  const std::string path = first("camille.jpg", facts, Crop::whole, {});

  CHECK(path == first("autre.jpg", facts, Crop::whole, {}));
  CHECK(path != first("camille.jpg", {3000, 2000, "abd"}, Crop::whole, {}));
  CHECK(path != first("camille.jpg", facts, Crop::square, {}));
  CHECK(first("a.jpg", facts, Crop::square, {0, 0}) !=
        first("a.jpg", facts, Crop::square, {99, 0}));
  CHECK(path.find("camille") == std::string::npos);
  CHECK(path.starts_with("medias/"));
  CHECK(path.ends_with("-400.jpg"));
}

TEST_CASE("derivatives: what stands for the picture where only one can") {
  CHECK(plan(3000, 2000).fallback().rendition.width == 800);
  CHECK(plan(3000, 2000).fallback().rendition.encoding == Encoding::jpeg);
  CHECK(plan(3000, 2000).widest().rendition.width == 1200);
  CHECK(plan(3000, 2000).widest().rendition.encoding == Encoding::jpeg);
}

TEST_CASE("derivatives: crops hold the focal point and stay inside") {
  const Region middle = crop_region(300, 200, Crop::square, {50, 50});
  const Region left = crop_region(300, 200, Crop::square, {0, 50});
  const Region right = crop_region(300, 200, Crop::square, {100, 50});
  const Region portrait = crop_region(300, 200, Crop::portrait, {80, 50});

  CHECK(middle.left == 50);
  CHECK(middle.width == 200);
  CHECK(left.left == 0);
  CHECK(right.left + right.width == 300);
  CHECK(portrait.width == 160);
  CHECK(portrait.height == 200);
  CHECK(portrait.left == 140);
  CHECK(crop_region(1, 1, Crop::portrait, {50, 50}).height == 1);
}

}  // namespace pes::test
