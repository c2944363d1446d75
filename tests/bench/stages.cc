// The stages of a build, one by one, on a corpus of 1,000 records: pes_stages SOURCE [options of
// the library]
#include <benchmark/benchmark.h>

#include <filesystem>
#include <iostream>

#include "inspect/html_tree.h"
#include "pipeline.h"
#include "publish/name_check.h"
#include "publish/search_index.h"
#include "records/decode.h"
#include "theme/context.h"
#include "theme/render.h"

namespace {

using namespace pes;  // NOLINT: a program of its own

std::filesystem::path source;  // NOLINT: of the command line

Settings settings() {
  const Date day{std::chrono::year(2026), std::chrono::month(1), std::chrono::day(15)};
  return {.source = source, .theme = "", .base_url = std::nullopt, .when = {day, false}};
}

// A site as far as it is planned, made once.
struct Prepared {
  Diagnostics found;
  Content content = read_content_model(settings(), found);
  std::optional<Plan> plan = plan_site(settings(), content, found);
  std::vector<std::string> cards =
      std::vector<std::string>(plan->site.entries.size(), "<li>carte</li>");

  static Prepared& get() {
    static Prepared prepared;
    return prepared;
  }
};

template <typename Work>
void for_each_record(benchmark::State& state, Work work) {
  const Prepared& prepared = Prepared::get();
  std::size_t i = 0;
  for (auto _ : state) {
    const Record& record = prepared.content.records[i++ % prepared.content.records.size()];
    work(record, prepared);
  }
}

void decode(benchmark::State& state) {
  for_each_record(state, [](const Record& record, const Prepared& prepared) {
    Diagnostics found;
    benchmark::DoNotOptimize(
        decode_record({record.file, record.kind, true}, prepared.content.files, found));
  });
}
BENCHMARK(decode);

template <typename Work>
void for_each_page(benchmark::State& state, Work work) {
  const Prepared& prepared = Prepared::get();
  std::size_t i = 0;
  for (auto _ : state) {
    const Page& page = prepared.plan->site.pages[i++ % prepared.plan->site.pages.size()];
    work(page, prepared);
  }
}

void make_context(benchmark::State& state) {
  for_each_page(state, [](const Page& page, const Prepared& prepared) {
    benchmark::DoNotOptimize(page_context(prepared.plan->site, page, prepared.cards));
  });
}
BENCHMARK(make_context);

std::vector<std::string> render_testimonials() {
  const Prepared& prepared = Prepared::get();
  const Site& site = prepared.plan->site;
  std::vector<const Page*> pages;
  for (const Page& page : site.pages) {
    if (page.layout == "temoignage" && pages.size() < 64) pages.push_back(&page);
  }
  std::vector<std::string> texts;
  Renderer renderer(prepared.plan->theme, "temoignage", shared_context(site));
  for (const Page* page : pages) {
    texts.push_back(renderer.render(page_context(site, *page, prepared.cards)));
  }
  return texts;
}

void render_64_pages(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(render_testimonials());
}
BENCHMARK(render_64_pages);

void read_page_plainly(benchmark::State& state) {
  const std::vector<std::string> pages = render_testimonials();
  HtmlReader reader;
  std::size_t i = 0;
  for (auto _ : state) benchmark::DoNotOptimize(reader.read(pages[i++ % pages.size()]).nodes);
}
BENCHMARK(read_page_plainly);

void read_page_with_gumbo(benchmark::State& state) {
  const std::vector<std::string> pages = render_testimonials();
  HtmlReader reader;
  std::size_t i = 0;
  for (auto _ : state) {
    benchmark::DoNotOptimize(reader.read_anything(pages[i++ % pages.size()]).nodes);
  }
}
BENCHMARK(read_page_with_gumbo);

void index_for_search(benchmark::State& state) {
  const Prepared& prepared = Prepared::get();
  for (auto _ : state) benchmark::DoNotOptimize(search_index(prepared.plan->site, Workers()));
}
BENCHMARK(index_for_search);

}  // namespace

int main(int count, char** arguments) {
  if (count < 2) {
    std::cerr << "pes_stages SOURCE\n";
    return 2;
  }
  source = arguments[1];
  benchmark::Initialize(&count, arguments);
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}
