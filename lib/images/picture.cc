#include "images/picture.h"

#include <algorithm>

#include "images/alternative.h"

namespace pes {

namespace {

std::optional<FocalPoint> focal_point(const Object& photo) {
  const Value* value = find(photo, "point_focal");
  if (value == nullptr) return std::nullopt;
  const auto x = integer_of(find(object_of(value), "x"));
  const auto y = integer_of(find(object_of(value), "y"));
  if (!x || !y) return std::nullopt;
  return FocalPoint{static_cast<int>(*x), static_cast<int>(*y)};
}

bool wants(const ImageSpecs& specs, Crop crop) {
  return std::find(specs.crops.begin(), specs.crops.end(), crop) != specs.crops.end();
}

}  // namespace

std::optional<Picture> picture_of(const Record& record, const Decision& decision,
                                  const ImageBook& images, const ImageSpecs& specs) {
  const Object& photo = object_of(field(record, "photo"));
  const Value* file = find(photo, "fichier");
  const std::string name(text_of(file));
  const ImageFacts* facts = images.find(name);
  if (!decision.picture || facts == nullptr) return std::nullopt;
  Picture picture;
  const bool decorative = flag_of(find(photo, "decorative"));
  if (!decorative) picture.alternative = text_of(find(photo, "alt"));
  picture.caption = text_of(find(photo, "legende"));
  picture.credit = text_of(find(photo, "credit"));
  picture.span = file->span;
  picture.whole = plan_images(name, *facts, Crop::whole, {}, specs);
  if (const auto focus = focal_point(photo)) {
    if (wants(specs, Crop::square)) {
      picture.square = plan_images(name, *facts, Crop::square, *focus, specs);
    }
    if (wants(specs, Crop::portrait)) {
      picture.portrait = plan_images(name, *facts, Crop::portrait, *focus, specs);
    }
  }
  return picture;
}

void check_pictures(std::span<const Record> records, const ImageBook& images, Diagnostics& out) {
  for (const Record& record : records) {
    const Object& photo = object_of(field(record, "photo"));
    const Value* file = find(photo, "fichier");
    const Value* alternative = find(photo, "alt");
    if (file == nullptr) continue;
    images.report(text_of(file), file->span, out);
    if (alternative == nullptr || !alternative->present()) continue;
    const auto fault =
        alternative_fault(text_of(alternative), text_of(file), text_of(find(photo, "legende")));
    if (fault) out.add(Rule::poor_alternative, alternative->span, {*fault});
  }
}

}  // namespace pes
