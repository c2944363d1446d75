#include "theme/render.h"

#include <algorithm>
#include <map>

#include "inspect/page_check.h"
#include "pipeline.h"
#include "publish/feeds.h"
#include "publish/headers.h"
#include "publish/name_check.h"
#include "publish/open_data.h"
#include "publish/output.h"
#include "publish/redaction.h"
#include "publish/search_index.h"
#include "publish/site_images.h"
#include "records/files.h"
#include "schema/cms_config.h"
#include "theme/context.h"
#include "theme/record_context.h"
#include "theme/specimen.h"

namespace pes {

namespace {

std::map<std::string, std::vector<std::size_t>> pages_by_layout(const Site& site) {
  std::map<std::string, std::vector<std::size_t>> layouts;
  for (std::size_t i = 0; i < site.pages.size(); ++i) layouts[site.pages[i].layout].push_back(i);
  return layouts;
}

std::vector<std::string> render_cards(const Workers& workers, const Renderer& renderer,
                                      const Site& site) {
  std::vector<std::string> cards(site.entries.size());
  renderer.render_each(
      workers, card_layout, cards.size(),
      [&](std::size_t i) { return card_context(site, site.entries[i]); },
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

RenderedSite render_site(const Settings& settings, const Content& content, const Plan& plan,
                         Cache& cache, Diagnostics& out) {
  const Workers& workers = settings.workers;
  const Renderer renderer(plan.theme, shared_context(plan.site));
  settings.begin({"gabarit carte", "layout carte"});
  const std::vector<std::string> cards = render_cards(workers, renderer, plan.site);
  const std::vector<Page>& pages = plan.site.pages;
  std::vector<OutputFile> files(pages.size());
  for (const auto& [layout, ids] : pages_by_layout(plan.site)) {
    const std::string title = "gabarit " + layout;
    settings.begin({title, title});
    renderer.render_each(
        workers, layout, ids.size(),
        [&, &ids = ids](std::size_t i) { return page_context(plan.site, pages[ids[i]], cards); },
        [&, &ids = ids](std::size_t i, std::string html) {
          files[ids[i]] = {file_of_address(pages[ids[i]].address), std::move(html), {}};
        });
  }
  settings.begin({"flux et données", "feeds and data"});
  for (OutputFile& file : make_feeds(plan.site)) files.push_back(std::move(file));
  files.push_back(headers_file(plan.site));
  for (OutputFile& file : open_data(plan.site)) files.push_back(std::move(file));
  settings.begin({"index de recherche", "search index"});
  for (OutputFile& file : search_index(plan.site, workers)) files.push_back(std::move(file));
  settings.begin({"images et documents", "pictures and documents"});
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
  settings.begin({"recherche des noms", "search for names"});
  check_names({content.records, content.decisions, content.files}, plan.site, files, Output::site,
              workers, out);
  settings.begin({"contrôle des pages", "checks of pages"});
  const PageRules rules{page_templates(plan.theme), content.files,
                        read_budgets(*content.settings())};
  std::vector<WorstPage> worst = check_pages(plan.site, files, rules, workers, out);
  return {std::move(files), std::move(worst)};
}

}  // namespace pes
