#include "pipeline.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

#include "publish/feeds.h"
#include "records/check.h"
#include "records/decode.h"
#include "records/files.h"
#include "site/entries.h"
#include "site/links.h"
#include "site/site.h"
#include "text/spelling.h"
#include "theme/context.h"
#include "theme/record_context.h"
#include "theme/render.h"
#include "theme/specimen.h"
#include "theme/template_check.h"

namespace pes {

namespace {

constexpr std::string_view default_theme = "pes21";

std::string theme_name(const Settings& settings, const Record& site) {
  if (!settings.theme.empty()) return settings.theme;
  const std::string_view named = text_of(field(site, "theme"));
  return std::string(named.empty() ? default_theme : named);
}

std::vector<LinkedBody> convert_bodies(const Content& content, const BaseUrl& base,
                                       Diagnostics& out) {
  const LinkBook book(content.records, content.decisions, content.media, content.files, base);
  std::vector<LinkedBody> bodies(content.records.size());
  for (std::size_t i = 0; i < bodies.size(); ++i) {
    const Record& record = content.records[i];
    if (record.kind->has_body && record.body_begin > 0) bodies[i] = book.convert(record, out);
  }
  return bodies;
}

void check_colours(const Content& content, const Theme& theme, Diagnostics& out) {
  for (const Record& record : content.records) {
    const Value* colour = field(record, "couleur");
    if (colour == nullptr) continue;
    const std::string_view name = text_of(colour);
    if (std::find(theme.colours.begin(), theme.colours.end(), name) != theme.colours.end()) {
      continue;
    }
    out.add(Rule::unknown_choice, colour->span,
            {name, "couleur", fmt::format("{}", fmt::join(theme.colours, ", "))})
        .nearest = nearest(name, theme.colours);
  }
}

void check_all_links(const Site& site, Diagnostics& out) {
  std::map<std::string, std::vector<std::string>> anchors;
  for (const Page& page : site.pages) {
    anchors[page.address] =
        page.entry ? site.entries[*page.entry].body.body.anchors : std::vector<std::string>{};
  }
  std::vector<LinkUse> links;
  for (const Entry& entry : site.entries) {
    links.insert(links.end(), entry.body.links.begin(), entry.body.links.end());
  }
  for (const MenuItem& item : site.menu) links.push_back({item.link.address, "", item.span});
  check_links(links, anchors, out);
}

// An old address must not hide a page of the site.
void check_redirects(const Site& site, Diagnostics& out) {
  std::map<std::string, const Page*> pages;
  for (const Page& page : site.pages) {
    if (page.redirect.empty()) pages.emplace(file_of_address(page.address), &page);
  }
  for (const Entry& entry : site.entries) {
    for (const Value& old : list_of(field(*entry.record, "anciennes_adresses"))) {
      const auto page = pages.find(file_of_address(text_of(&old)));
      if (page == pages.end()) continue;
      out.add(Rule::same_address, old.span, {text_of(&old), page->second->title});
    }
  }
}

void add_copies(const Settings& settings, const Plan& plan, std::vector<OutputFile>& files) {
  std::set<std::string> media;
  for (const Entry& entry : plan.site.entries) {
    media.insert(entry.body.media.begin(), entry.body.media.end());
    if (entry.picture) media.insert(entry.picture->file);
  }
  for (const std::string& file : media) {
    files.push_back({"medias/" + file, "", settings.source / "content" / "medias" / file});
  }
  for (const std::string& file : plan.theme.static_files) {
    files.push_back({file, "", plan.theme.folder / "static" / file});
  }
}

constexpr std::size_t batch_size = 64;

// Renders items of one layout in batches, each where its index says.
template <typename Item, typename MakeContext, typename Place>
void render_in_batches(const Renderer& renderer, const std::string& layout,
                       const std::vector<Item>& items, MakeContext make_context, Place place) {
  for (std::size_t begin = 0; begin < items.size(); begin += batch_size) {
    const std::size_t end = std::min(begin + batch_size, items.size());
    std::vector<nlohmann::ordered_json> contexts;
    for (std::size_t i = begin; i < end; ++i) contexts.push_back(make_context(items[i]));
    std::vector<std::string> texts = renderer.render(layout, contexts);
    for (std::size_t i = begin; i < end; ++i) place(items[i], std::move(texts[i - begin]));
  }
}

std::vector<std::string> render_cards(const Renderer& renderer, const Site& site) {
  std::vector<std::string> cards(site.entries.size());
  std::vector<EntryId> ids(cards.size());
  std::iota(ids.begin(), ids.end(), EntryId{0});
  render_in_batches(
      renderer, card_layout, ids, [&](EntryId id) { return card_context(site, site.entries[id]); },
      [&](EntryId id, std::string html) { cards[id] = std::move(html); });
  return cards;
}

std::map<std::string, std::vector<std::size_t>> pages_by_layout(const Site& site) {
  std::map<std::string, std::vector<std::size_t>> layouts;
  for (std::size_t i = 0; i < site.pages.size(); ++i) layouts[site.pages[i].layout].push_back(i);
  return layouts;
}

// Two files of one path, or a file where another needs a folder.
void check_collisions(const std::vector<OutputFile>& files, Diagnostics& out) {
  for (std::size_t i = 0; i + 1 < files.size(); ++i) {
    const std::string& path = files[i].path;
    const bool same = files[i + 1].path == path || files[i + 1].path.starts_with(path + "/");
    if (same) out.add(Rule::file_collision, {}, {path});
  }
}

}  // namespace

const Record* Content::settings() const {
  const auto found = std::find_if(records.begin(), records.end(), [](const Record& record) {
    return record.kind->name == "site" && !record.broken;
  });
  return found == records.end() ? nullptr : &*found;
}

Content read_content_model(const Settings& settings, Diagnostics& out) {
  Content content;

  // Load.
  ContentFiles loaded = read_content(settings.source, content.files, out);
  content.media = std::move(loaded.media);

  // Decode.
  for (const RecordFile& file : loaded.records) {
    content.records.push_back(decode_record(file, content.files, out));
  }
  const Record* site = content.settings();
  if (site != nullptr) content.indicators = read_indicators(*site);

  // Check.
  KnownNames known{{}, content.media};
  if (site != nullptr) known.indicators.emplace();
  for (const Indicator& indicator : content.indicators) known.indicators->push_back(indicator.id);
  check_references(content.records, known, out);
  check_addresses(content.records, content.files, out);
  if (site != nullptr) check_legal_notice(*site, out);

  // Decide.
  const ConsentPolicy policy = site != nullptr ? read_consent_policy(*site) : ConsentPolicy{};
  for (const Record& record : content.records) {
    content.decisions.push_back(decide(record, policy, settings.when, out));
  }

  // Count.
  content.ledger = make_ledger(content.indicators, content.records, settings.when.drafts, out);
  return content;
}

std::optional<Plan> plan_site(const Settings& settings, Content& content, Diagnostics& out) {
  const Record* site = content.settings();
  if (site == nullptr) return std::nullopt;
  const Collator collator;

  // Texts.
  SiteInput input;
  input.settings = site;
  input.base =
      parse_base_url(settings.base_url.value_or(std::string(text_of(field(*site, "base_url")))));
  std::vector<LinkedBody> bodies = convert_bodies(content, input.base, out);

  // Pages.
  input.entries = make_entries(content.records, content.decisions, bodies, collator);
  input.records = content.records;
  input.ledger = content.ledger;
  Plan plan;
  plan.site = make_site(std::move(input), collator);
  check_all_links(plan.site, out);
  check_redirects(plan.site, out);

  // Theme.
  auto theme = read_theme(settings.source, theme_name(settings, *site), span_of(*site, "theme"),
                          content.files, out);
  if (!theme) return std::nullopt;
  plan.theme = std::move(*theme);
  check_templates(plan.theme, specimen_vocabularies(), content.files, out);
  check_colours(content, plan.theme, out);
  return plan;
}

std::vector<OutputFile> render_site(const Settings& settings, const Plan& plan,
                                    const std::function<void(std::size_t)>& progress,
                                    Diagnostics& out) {
  const Renderer renderer(plan.theme);
  const nlohmann::ordered_json shared = site_context(plan.site);
  const std::vector<std::string> cards = render_cards(renderer, plan.site);
  std::vector<OutputFile> files(plan.site.pages.size());
  std::size_t done = 0;
  for (const auto& [layout, indexes] : pages_by_layout(plan.site)) {
    render_in_batches(
        renderer, layout, indexes,
        [&](std::size_t i) { return page_context(plan.site, plan.site.pages[i], shared, cards); },
        [&](std::size_t i, std::string html) {
          files[i] = {file_of_address(plan.site.pages[i].address), std::move(html), {}};
          if (progress) progress(++done);
        });
  }
  files.push_back({"flux.xml", atom_feed(plan.site), {}});
  files.push_back({"sitemap.xml", sitemap(plan.site), {}});
  files.push_back({"robots.txt", robots(plan.site), {}});
  add_copies(settings, plan, files);
  std::sort(files.begin(), files.end(),
            [](const OutputFile& a, const OutputFile& b) { return a.path < b.path; });
  check_collisions(files, out);
  return files;
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
