#include "theme/render.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <span>

#include "inspect/page_check.h"
#include "pipeline.h"
#include "pipeline/erased.h"
#include "pipeline/outputs.h"
#include "pipeline/searched_people.h"
#include "theme/context.h"
#include "theme/record_context.h"
#include "theme/specimen.h"

namespace pes {

namespace {

// So many pages are in memory at once.
constexpr std::size_t pages_at_once = 512;

bool by_path(const OutputFile& a, const OutputFile& b) { return a.path < b.path; }

std::vector<std::string> render_cards(const Workers& workers, const Theme& theme,
                                      const nlohmann::json& constants, const Site& site) {
  Renderer renderer(theme, card_layout, constants);
  std::vector<std::string> cards(site.entries.size());
  workers.for_each(cards.size(), [&](std::size_t i) {
    cards[i] = renderer.render(card_context(site, site.entries[i]));
  });
  return cards;
}

// Renders the pages of a site, some after the other.
class PageRenderer {
 public:
  PageRenderer(const Settings& settings, const Plan& plan)
      : settings_(settings),
        site_(plan.site),
        theme_(plan.theme),
        constants_(shared_context(site_)) {
    settings.begin({"gabarit carte", "layout carte"});
    cards_ = render_cards(settings.workers, theme_, constants_, site_);
    for (std::size_t i = 0; i < site_.pages.size(); ++i) order_.push_back(i);
    std::stable_sort(order_.begin(), order_.end(), [&](std::size_t a, std::size_t b) {
      return site_.pages[a].layout < site_.pages[b].layout;
    });
  }

  /// The next pages, by layout; none after the last.
  std::span<const std::size_t> next() {
    const std::size_t count = std::min(pages_at_once, order_.size() - done_);
    done_ += count;
    return std::span(order_).subspan(done_ - count, count);
  }

  /// Shape: index by index with `pages`.
  std::vector<OutputFile> render(std::span<const std::size_t> pages) {
    std::vector<OutputFile> files(pages.size());
    for (std::size_t begin = 0; begin < pages.size();) {
      const std::string& layout = site_.pages[pages[begin]].layout;
      std::size_t end = begin;
      while (end < pages.size() && site_.pages[pages[end]].layout == layout) ++end;
      const std::string title = "gabarit " + layout;
      settings_.begin({title, title});
      Renderer& renderer = renderers_.try_emplace(layout, theme_, layout, constants_).first->second;
      settings_.workers.for_each(end - begin, [&](std::size_t i) {
        const Page& page = site_.pages[pages[begin + i]];
        files[begin + i] = {
            file_of_address(page.address), renderer.render(page_context(site_, page, cards_)), {}};
      });
      begin = end;
    }
    return files;
  }

 private:
  const Settings& settings_;
  const Site& site_;
  const Theme& theme_;
  nlohmann::json constants_;
  std::vector<std::string> cards_;
  std::vector<std::size_t> order_;  // of the pages: one layout after the other
  std::size_t done_ = 0;
  std::map<std::string, Renderer> renderers_;
};

PageTemplates page_templates(const Theme& theme) {
  PageTemplates templates;
  for (const auto& [name, layout] : theme.layouts) templates.layouts[name] = layout.file;
  for (const auto& [name, partial] : theme.partials) templates.partials[name] = partial.file;
  return templates;
}

}  // namespace

std::vector<WorstPage> render_site(const Settings& settings, const Content& content, Plan& plan,
                                   Cache& cache, const FileSink& put, Diagnostics& out) {
  const ErasureSearch erasures = find_erased(settings, content, out);
  const SearchedPeople people(settings, content);
  NameCheck names(people.context(erasures), plan.site);
  const auto hand_over = [&](Purpose purpose, std::span<OutputFile> files) {
    settings.begin({"recherche des noms", "search for names"});
    names.search(purpose, files, settings.workers, out);
    if (!names.has_found()) put(files);
  };
  std::vector<OutputFile> files;
  // Family by family, so that few are in memory at once.
  for (const OutputFamily& family : output_families()) {
    settings.begin(family.stage);
    std::vector<OutputFile> made = family.make({settings, content, plan, cache, out});
    hand_over(family.purpose, made);
    std::move(made.begin(), made.end(), std::back_inserter(files));
  }
  // Only the search needed them.
  for (Entry& entry : plan.site.entries) std::string().swap(entry.body.body.text);
  for (const Page& page : plan.site.pages) {
    files.push_back({file_of_address(page.address), {}, {}});
  }
  std::sort(files.begin(), files.end(), by_path);
  const PageRules rules{page_templates(plan.theme), content.files,
                        read_budgets(*content.settings())};
  PageCheck check(plan.site, files, rules, settings.workers);
  PageRenderer renderer(settings, plan);
  for (auto pages = renderer.next(); !pages.empty(); pages = renderer.next()) {
    std::vector<OutputFile> made = renderer.render(pages);
    settings.begin({"contrôle des pages", "checks of pages"});
    check.read(pages, made);
    hand_over(Purpose::site, made);
    for (OutputFile& file : made) {
      *std::lower_bound(files.begin(), files.end(), file, by_path) = std::move(file);
    }
  }
  names.report(out);
  settings.begin({"contrôle des pages", "checks of pages"});
  return check.report(out);
}

}  // namespace pes
