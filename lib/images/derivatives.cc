#include "images/derivatives.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "text/digest.h"

namespace pes {

namespace {

constexpr std::size_t name_length = 24;
constexpr int widest_fallback = 960;

struct Ratio {
  int width;
  int height;
};

Ratio ratio_of(Crop crop) { return crop == Crop::square ? Ratio{1, 1} : Ratio{4, 5}; }

// Where a stretch of `length` begins so that it holds the focal point as near its middle as can be.
int begin_of(int whole, int length, int percent) {
  const int middle = static_cast<int>(std::lround(whole * percent / 100.0));
  return std::clamp(middle - length / 2, 0, whole - length);
}

// The wanted widths that the region has, and its own width where it is less than the widest.
std::vector<int> widths_of(const Region& region, const std::vector<int>& wanted) {
  std::vector<int> widths;
  for (const int width : wanted) {
    if (width < region.width) widths.push_back(width);
  }
  if (widths.size() < wanted.size()) widths.push_back(region.width);
  return widths;
}

std::string path_of(const ImageFacts& facts, const Region& region, const Rendition& rendition) {
  const std::string_view extension = rendition.encoding == Encoding::jpeg ? "jpg" : "webp";
  const std::string name = sha256(fmt::format("{} {} {} {} {} {}", rendering_version, facts.digest,
                                              region.left, region.top, region.width, region.height))
                               .substr(0, name_length);
  return fmt::format("medias/{}-{}.{}", name, rendition.width, extension);
}

}  // namespace

const Derivative& ImageSet::fallback() const {
  const Derivative* best = &files.front();
  for (const Derivative& file : files) {
    const bool fits = file.rendition.width <= widest_fallback;
    if (fits && file.rendition.encoding == Encoding::jpeg) best = &file;
  }
  return *best;
}

const Derivative& ImageSet::widest() const { return files[files.size() - 2]; }

Region crop_region(int width, int height, Crop crop, FocalPoint focus) {
  if (crop == Crop::whole) return {0, 0, width, height};
  const Ratio ratio = ratio_of(crop);
  const int unit = std::min(width / ratio.width, height / ratio.height);
  const int crop_width = std::max(1, unit * ratio.width);
  const int crop_height = std::max(1, unit * ratio.height);
  return {begin_of(width, crop_width, focus.x), begin_of(height, crop_height, focus.y), crop_width,
          crop_height};
}

ImageSet plan_images(const std::string& source, const ImageFacts& facts, Crop crop,
                     FocalPoint focus, const ImageSpecs& specs) {
  ImageSet set{source, crop_region(facts.width, facts.height, crop, focus), {}};
  for (const int width : widths_of(set.region, specs.widths)) {
    const double height = static_cast<double>(set.region.height) * width / set.region.width;
    for (const Encoding encoding : {Encoding::jpeg, Encoding::webp}) {
      const Rendition rendition{width, std::max(1, static_cast<int>(std::lround(height))),
                                encoding};
      set.files.push_back({rendition, path_of(facts, set.region, rendition)});
    }
  }
  return set;
}

}  // namespace pes
