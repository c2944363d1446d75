#include "site/previews.h"

#include <doctest/doctest.h>

namespace pes::test {

namespace {

// A testimonial with a photo, whose consent may cover social networks.
struct PreviewSite {
  Record record;
  Decision decision;
  Site site;

  PreviewSite() {
    record.kind = &kind_named("temoignage");
    record.values.resize(record.kind->fields.size());
    Entry entry;
    entry.record = &record;
    entry.decision = &decision;
    entry.title = "Une épicerie";
    entry.programme = Programme{{"DLA", "/dispositifs/dla/"}, "", "ocean"};
    entry.picture.emplace();
    entry.picture->whole = plan_images("photo.jpg", {400, 300, "0f"}, Crop::whole, {}, {});
    site.entries.push_back(std::move(entry));
    site.title = "Le site";
    site.look.previews.emplace();
    site.look.tints["ocean"] = {1, 2, 3};
  }

  const std::optional<Preview>& planned() {
    plan_previews(site);
    return site.entries.front().preview;
  }
};

}  // namespace

TEST_CASE("previews: the photo is there only if the consent covers social networks") {
  PreviewSite covered;
  PreviewSite not_covered;
  not_covered.decision.purposes[index_of(Purpose::networks)] = false;

  REQUIRE(covered.planned());
  REQUIRE(not_covered.planned());
  CHECK(covered.planned()->portrait.has_value());
  CHECK_FALSE(not_covered.planned()->portrait.has_value());
  CHECK(preview_path(*covered.planned()) != preview_path(*not_covered.planned()));
}

TEST_CASE("previews: a photo without a square crop is cut square in its middle") {
  PreviewSite site;

  const Region region = site.planned()->portrait->region;

  CHECK(region.width == 300);
  CHECK(region.height == 300);
  CHECK(region.left == 50);
}

TEST_CASE("previews: kind, programme and the programme's colour, and never the author") {
  PreviewSite site;
  site.decision.name = "Camille Exemple-Durand";

  const Preview preview = *site.planned();

  CHECK(preview.label == "Témoignage · DLA");
  CHECK(preview.look.tint.blue == 3);
  for (const std::string& text : {preview.label, preview.title, preview.structure, preview.site}) {
    CHECK(text.find("Camille") == std::string::npos);
  }
}

TEST_CASE("previews: none are planned where the theme does not want them") {
  PreviewSite site;
  site.site.look.previews.reset();

  CHECK_FALSE(site.planned());
}

TEST_CASE("previews: drawn at the size that networks ask for, always the same bytes") {
  Preview preview = *PreviewSite().planned();
  preview.portrait.reset();
  preview.title = std::string(400, 'A') + " & <b>";

  const std::string png = render_preview(preview, "");
  const auto header = read_pixel_header(png);

  REQUIRE(header);
  CHECK(header->width == preview_width);
  CHECK(header->height == preview_height);
  CHECK(png == render_preview(preview, ""));
}

}  // namespace pes::test
