#include "site/previews.h"

#include <fmt/format.h>

#include "site/lists.h"

namespace pes {

namespace {

Preview preview_of(const Site& site, const Entry& entry) {
  Preview preview;
  preview.label = entry.record->kind->noun.fr;
  preview.title = entry.title;
  preview.structure = text_of(field(*entry.record, "structure"));
  preview.site = site.title;
  preview.look = *site.look.previews;
  if (entry.programme) {
    preview.label = fmt::format("{} · {}", preview.label, entry.programme->title);
    const auto tint = site.look.tints.find(entry.programme->colour);
    if (tint != site.look.tints.end()) preview.look.tint = tint->second;
  }
  if (entry.picture && entry.decision->allows(Purpose::networks)) {
    const Picture& picture = *entry.picture;
    preview.portrait = picture.square ? picture.square : picture.whole;
    Region& region = preview.portrait->region;
    region = picture.square ? region : crop_region(region.width, region.height, Crop::square, {});
  }
  return preview;
}

}  // namespace

void plan_previews(Site& site) {
  if (!site.look.previews) return;
  for (Entry& entry : site.entries) {
    if (is_achievement(entry)) entry.preview = preview_of(site, entry);
  }
}

}  // namespace pes
