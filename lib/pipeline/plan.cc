#include <algorithm>
#include <utility>

#include "diagnostics/each.h"
#include "impact/claims.h"
#include "pipeline.h"
#include "pipeline/base.h"
#include "pipeline/outputs.h"
#include "records/files.h"
#include "records/typography_check.h"
#include "site/entries.h"
#include "site/links.h"
#include "site/site.h"
#include "site/site_check.h"
#include "theme/contrast.h"
#include "theme/specimen.h"
#include "theme/template_check.h"

namespace pes {

namespace {

constexpr std::string_view default_theme = "pes21";

std::vector<std::string> programme_slugs(const Content& content) {
  std::vector<std::string> slugs;
  for (const Record& record : content.records) {
    if (record.kind->role == Role::programme) slugs.push_back(record.slug);
  }
  return slugs;
}

// Claims are checked with the conversion, since nothing else needs the passages that it gives.
std::vector<LinkedBody> convert_bodies(const Content& content, const LinkBook& book,
                                       const Typography& typography, const Workers& workers,
                                       Diagnostics& out) {
  const ShortcutBook shortcuts(content.figures, programme_slugs(content));
  const ClaimBook claims(content.ledger, content.records, content.files);
  std::vector<LinkedBody> bodies(content.records.size());
  for_each_with_findings(workers, bodies.size(), out, [&](std::size_t i, Diagnostics& found) {
    const Record& record = content.records[i];
    const Decision& decision = content.decisions[i];
    if (record.kind->has_body && record.body_begin > 0) {
      bodies[i] = book.convert(record, decision, shortcuts, typography, found);
    }
    const std::vector<Passage> passages = std::exchange(bodies[i].body.passages, {});
    // Only what is shown can mislead anybody.
    if (!record.broken && decision.shown()) claims.check(record, passages, found);
  });
  return bodies;
}

std::optional<Theme> check_theme(const Settings& settings, Content& content, Diagnostics& out) {
  const Record* site = content.settings();
  const Value* named = site != nullptr ? field(*site, "theme") : nullptr;
  std::string name(named != nullptr ? text_of(named) : default_theme);
  Span span = named != nullptr ? named->span : Span{};
  if (!settings.theme.empty()) {
    name = settings.theme;
    span = {};
  } else if (site == nullptr) {
    // Which theme an unreadable site.yml names is anybody's guess, unless there is only one.
    const std::vector<std::string> known = list_directory(settings.source / "themes");
    if (known.size() != 1) return std::nullopt;
    name = known.front();
  }
  auto theme = read_theme(settings.source, name, span, content.files, out);
  if (!theme) return std::nullopt;
  check_templates(*theme, specimen_vocabularies(), content.files, out);
  check_static_images(*theme, out);
  check_colours(content.records, *theme, out);
  check_contrast(theme->settings.palette, out);
  return theme;
}

Look look_of(const Theme& theme) {
  const Palette& palette = theme.settings.palette;
  Look look;
  look.stylesheet = theme.stylesheet;
  look.image_sizes = theme.settings.images.sizes;
  look.texts = theme.settings.texts;
  for (const ThemeColour& colour : palette.colours) {
    look.shapes[colour.name] = colour.shape;
    if (colour.light) look.tints[colour.name] = colour.light->colour;
  }
  if (theme.settings.previews) look.previews = preview_look(palette);
  return look;
}

}  // namespace

std::optional<Plan> plan_site(const Settings& settings, Content& content, Diagnostics& out) {
  const Record* site = content.settings();

  settings.begin({"thème", "theme"});
  auto theme = check_theme(settings, content, out);
  const ImageSpecs specs = theme ? theme->settings.images : ImageSpecs{};

  settings.begin({"textes", "texts"});
  SiteInput input;
  input.base = base_of(settings, site);
  const Typography typography(proper_names(content.records));
  check_typography(content.records, typography, settings.workers, out);
  const TextImages images{content.images, specs, content.withheld.files};
  const LinkBook book(content.records, content.decisions, content.media, content.files, images,
                      input.base);
  std::vector<LinkedBody> bodies = convert_bodies(content, book, typography, settings.workers, out);
  if (site == nullptr || !theme) return std::nullopt;

  settings.begin({"plan du site", "site plan"});
  const Collator collator;
  input.settings = site;
  input.look = look_of(*theme);
  input.typography = typography;
  input.entries = make_entries(content.records, content.decisions, bodies, content.images, specs,
                               collator, settings.workers);
  input.records = content.records;
  input.figures = content.figures;
  input.workers = settings.workers;
  Plan plan{std::move(*theme), make_site(std::move(input), collator)};
  drop_hidden_menu_items(book, plan.site, out);
  check_site_links(plan.site, out);
  check_redirects(plan.site, other_paths(plan), out);
  check_static_files(plan, out);
  return plan;
}

}  // namespace pes
