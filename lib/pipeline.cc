#include "pipeline.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "consent/contact_check.h"
#include "consent/shared_names.h"
#include "impact/claims.h"
#include "impact/consistency.h"
#include "inspect/page_check.h"
#include "publish/feeds.h"
#include "publish/headers.h"
#include "publish/name_check.h"
#include "publish/open_data.h"
#include "publish/output.h"
#include "publish/redaction.h"
#include "publish/search_index.h"
#include "publish/site_images.h"
#include "records/check.h"
#include "records/decode.h"
#include "records/files.h"
#include "records/survey.h"
#include "records/typography_check.h"
#include "schema/cms_config.h"
#include "site/entries.h"
#include "site/links.h"
#include "site/site.h"
#include "site/site_check.h"
#include "theme/context.h"
#include "theme/contrast.h"
#include "theme/form_context.h"
#include "theme/record_context.h"
#include "theme/render.h"
#include "theme/report_context.h"
#include "theme/specimen.h"
#include "theme/template_check.h"

namespace pes {

namespace {

constexpr std::string_view default_theme = "pes21";

// A mistake in the declaration of an indicator must not be repeated at each of its figures.
bool indicators_are_readable(const Record& site) {
  if (!is_written(site, "indicateurs")) return true;
  const List& rows = list_of(field(site, "indicateurs"));
  return !rows.empty() && std::all_of(rows.begin(), rows.end(), [](const Value& row) {
    return !text_of(find(object_of(&row), "id")).empty();
  });
}

// Does independent pieces of work, each with its own findings, which come back in order.
template <typename Work>
void for_each_index(std::size_t count, Diagnostics& out, Work work) {
  std::vector<Diagnostics> found(count);
  for (std::size_t i = 0; i < count; ++i) work(i, found[i]);
  for (Diagnostics& part : found) out.append(std::move(part));
}

std::vector<std::string> programme_slugs(const Content& content) {
  std::vector<std::string> slugs;
  for (const Record& record : content.records) {
    if (record.kind->role == Role::programme) slugs.push_back(record.slug);
  }
  return slugs;
}

std::vector<LinkedBody> convert_bodies(const Content& content, const LinkBook& book,
                                       const Typography& typography, Diagnostics& out) {
  const ShortcutBook shortcuts(content.figures, programme_slugs(content));
  std::vector<LinkedBody> bodies(content.records.size());
  for_each_index(bodies.size(), out, [&](std::size_t i, Diagnostics& found) {
    const Record& record = content.records[i];
    if (record.kind->has_body && record.body_begin > 0) {
      bodies[i] = book.convert(record, content.decisions[i], shortcuts, typography, found);
    }
  });
  return bodies;
}

// Only what is shown can mislead anybody.
void check_claims(const Content& content, std::span<const LinkedBody> bodies, Diagnostics& out) {
  const ClaimBook claims(content.ledger, content.records, content.files);
  for_each_index(content.records.size(), out, [&](std::size_t i, Diagnostics& found) {
    const Record& record = content.records[i];
    if (record.broken || !content.decisions[i].shown()) return;
    claims.check(record, bodies[i].body.passages, found);
  });
}

BaseUrl base_of(const Settings& settings, const Record* site) {
  if (settings.base_url) return parse_base_url(*settings.base_url);
  return site != nullptr ? parse_base_url(text_of(field(*site, "base_url"))) : BaseUrl{};
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

// For a text on paper: no link, no picture.
MarkdownHooks plain_hooks(const Typography& typography) {
  return {[](std::string_view, Span) {
            return LinkTarget{LinkTarget::Form::unwrap, {}};
          },
          [](const ImageUse&) { return std::string(); },
          [](std::string_view inside, Span) { return fmt::format("{{{{{}}}}}", inside); },
          typography};
}

std::map<std::string, std::vector<std::size_t>> pages_by_layout(const Site& site) {
  std::map<std::string, std::vector<std::size_t>> layouts;
  for (std::size_t i = 0; i < site.pages.size(); ++i) layouts[site.pages[i].layout].push_back(i);
  return layouts;
}

std::vector<std::string> render_cards(const Renderer& renderer, const Site& site) {
  std::vector<std::string> cards(site.entries.size());
  renderer.render_each(
      card_layout, cards.size(), [&](std::size_t i) { return card_context(site, site.entries[i]); },
      [&](std::size_t i, std::string html) { cards[i] = std::move(html); });
  return cards;
}

void add_copies(const Settings& settings, const Plan& plan, std::vector<OutputFile>& files) {
  for (const std::string& file : media_files(plan.site)) {
    files.push_back({"medias/" + file, "", media_path(settings.source, file)});
  }
  for (const StaticFile& file : plan.theme.static_files) {
    const bool made = !file.bytes.empty();
    files.push_back({file.path, file.bytes, made ? std::filesystem::path() : file.source});
  }
}

PageTemplates page_templates(const Theme& theme) {
  PageTemplates templates;
  for (const auto& [name, layout] : theme.layouts) templates.layouts[name] = layout.file;
  for (const auto& [name, partial] : theme.partials) templates.partials[name] = partial.file;
  return templates;
}

}  // namespace

const Record* Content::settings() const {
  const auto found = std::find_if(records.begin(), records.end(), [](const Record& record) {
    return record.kind->role == Role::settings && !record.broken;
  });
  return found == records.end() ? nullptr : &*found;
}

Content read_content_model(const Settings& settings, Diagnostics& out) {
  Content content;

  // Load.
  ContentFiles loaded = read_content(settings.source, settings.unsaved, content.files, out);
  content.media = std::move(loaded.media);
  content.images = ImageBook(settings.source, content.media);

  // Decode.
  content.records.resize(loaded.records.size());
  for_each_index(content.records.size(), out, [&](std::size_t i, Diagnostics& found) {
    content.records[i] = decode_record(loaded.records[i], content.files, found);
  });
  const Record* site = content.settings();
  if (site != nullptr) content.indicators = read_indicators(*site);

  // Check.
  KnownNames known{{}, content.media};
  if (site != nullptr && indicators_are_readable(*site)) {
    known.indicators.emplace();
    for (const Indicator& i : content.indicators) known.indicators->push_back(i.id);
  }
  check_references(content.records, known, out);
  check_titles(content.records, content.files, out);
  check_addresses(content.records, content.files, out);
  check_pictures(content.records, content.images, out);
  check_contacts(content.records, site, content.files, out);
  content.images.report_locations(out);
  if (site != nullptr) {
    check_legal_notice(*site, out);
    check_base_url(*site, out);
  }

  // Decide.
  const ConsentPolicy policy = site != nullptr ? read_consent_policy(*site) : ConsentPolicy{};
  for (const Record& record : content.records) {
    content.decisions.push_back(decide(record, policy, settings.when, out));
  }
  content.withheld = withheld_media(content.records, content.decisions, policy, settings.when.day);
  content.withheld.files = content.images.with_copies(content.withheld.files);
  content.withheld.withdrawn = content.images.with_copies(content.withheld.withdrawn);
  close_shared_pictures(content.records, content.decisions, content.withheld, out);
  warn_about_shared_names(content.records, content.decisions, content.files, out);

  // Count.
  check_figures(content.indicators, content.records, out);
  content.ledger = make_ledger(content.indicators, content.records, settings.when, {}, out);
  check_consistency(content.ledger, content.records, out);
  std::vector<bool> shown;
  for (const Decision& decision : content.decisions) shown.push_back(decision.shown());
  content.figures = publish_ledger(content.ledger, content.records, shown);
  return content;
}

KnownValues known_values(const Content& content) {
  KnownValues known = survey(content.records, content.files);
  known.media = content.media;
  if (content.settings() != nullptr) {
    known.indicators.emplace();
    for (const Indicator& indicator : content.indicators) known.indicators->push_back(indicator.id);
  }
  return known;
}

std::optional<Plan> plan_site(const Settings& settings, Content& content, Diagnostics& out) {
  const Record* site = content.settings();

  // Theme.
  auto theme = check_theme(settings, content, out);
  const ImageSpecs specs = theme ? theme->settings.images : ImageSpecs{};

  // Texts.
  SiteInput input;
  input.base = base_of(settings, site);
  const Typography typography(proper_names(content.records));
  check_typography(content.records, typography, out);
  const TextImages images{content.images, specs, content.withheld.files};
  const LinkBook book(content.records, content.decisions, content.media, content.files, images,
                      input.base);
  std::vector<LinkedBody> bodies = convert_bodies(content, book, typography, out);
  check_claims(content, bodies, out);
  if (site == nullptr || !theme) return std::nullopt;

  // Pages.
  const Collator collator;
  input.settings = site;
  input.look = look_of(*theme);
  input.typography = typography;
  input.entries =
      make_entries(content.records, content.decisions, bodies, content.images, specs, collator);
  input.records = content.records;
  input.figures = content.figures;
  Plan plan{std::move(*theme), make_site(std::move(input), collator)};
  drop_hidden_menu_items(book, plan.site, out);
  check_site_links(plan.site, out);
  check_redirects(plan.site, other_paths(plan.site, plan.theme.static_paths()), out);
  check_static_files(plan.site, plan.theme.static_paths(), out);
  return plan;
}

RenderedSite render_site(const Settings& settings, const Content& content, const Plan& plan,
                         Cache& cache, Diagnostics& out,
                         const std::function<void(std::size_t)>& progress) {
  const Renderer renderer(plan.theme);
  const nlohmann::ordered_json shared = site_context(plan.site);
  const std::vector<std::string> cards = render_cards(renderer, plan.site);
  const std::vector<Page>& pages = plan.site.pages;
  std::vector<OutputFile> files(pages.size());
  std::size_t done = 0;
  for (const auto& [layout, ids] : pages_by_layout(plan.site)) {
    renderer.render_each(
        layout, ids.size(),
        [&, &ids = ids](std::size_t i) {
          return page_context(plan.site, pages[ids[i]], shared, cards);
        },
        [&, &ids = ids](std::size_t i, std::string html) {
          files[ids[i]] = {file_of_address(pages[ids[i]].address), std::move(html), {}};
          if (progress) progress(++done);
        });
  }
  for (OutputFile& file : make_feeds(plan.site)) files.push_back(std::move(file));
  files.push_back(headers_file(plan.site));
  for (OutputFile& file : open_data(plan.site)) files.push_back(std::move(file));
  for (OutputFile& file : search_index(plan.site)) files.push_back(std::move(file));
  add_copies(settings, plan, files);
  if (plan.site.editing != nullptr) {
    std::string config = cms_config(known_values(content), plan.site.editing);
    for (OutputFile& file : editor_files(*plan.site.editing, std::move(config))) {
      files.push_back(std::move(file));
    }
  }
  for (OutputFile& file : make_site_images(settings.source, plan.site, cache, out)) {
    files.push_back(std::move(file));
  }
  std::sort(files.begin(), files.end(),
            [](const OutputFile& a, const OutputFile& b) { return a.path < b.path; });
  check_names({content.records, content.decisions, content.files}, plan.site, files, Output::site,
              out);
  const PageRules rules{page_templates(plan.theme), content.files,
                        read_budgets(*content.settings())};
  std::vector<WorstPage> worst = check_pages(plan.site, files, rules, out);
  return {std::move(files), std::move(worst)};
}

std::optional<std::string> render_report(const Settings& settings, Content& content,
                                         const Site& site, int year, Diagnostics& out) {
  const std::string layout(report_layout);
  const auto theme = read_theme(settings.source, layout, {}, content.files, out);
  if (!theme) return std::nullopt;
  check_templates(*theme, report_vocabularies(), content.files, out);
  if (out.has_errors()) return std::nullopt;
  const std::vector context = {report_context(site, content.records, year, settings.when)};
  const std::vector<OutputFile> files = {
      {"rapport.html", Renderer(*theme).render(layout, context).front(), {}}};
  check_names({content.records, content.decisions, content.files}, site, files, Output::report,
              out);
  if (out.has_errors()) return std::nullopt;
  return files.front().bytes;
}

std::optional<std::string> render_consent_form(const Settings& settings, Content& content,
                                               std::size_t record, Diagnostics& out) {
  const Record* site = content.settings();
  const std::string layout(form_layout);
  Diagnostics of_theme;
  const auto theme = read_theme(settings.source, layout, {}, content.files, of_theme);
  if (theme) check_templates(*theme, form_vocabularies(), content.files, of_theme);
  const bool usable = site != nullptr && theme && !of_theme.has_errors();
  out.append(std::move(of_theme));
  if (!usable) return std::nullopt;
  const Record& asked = content.records[record];
  const std::string& text = content.files[asked.file].text;
  Diagnostics reported_before;
  const Typography typography(proper_names(content.records));
  const Body body = convert_markdown(asked.file, text, asked.body_begin, plain_hooks(typography),
                                     reported_before);
  const std::vector context = {
      form_context({*site, asked, body.html, base_of(settings, site), settings.when.day})};
  return Renderer(*theme).render(layout, context).front();
}

std::optional<Date> next_deadline(const std::vector<Decision>& decisions) {
  std::optional<Date> first;
  for (const Decision& decision : decisions) {
    if (!decision.shown() || !decision.until) continue;
    const Date gone{std::chrono::sys_days(*decision.until) + std::chrono::days(1)};
    if (!first || gone < *first) first = gone;
  }
  return first;
}

}  // namespace pes
