#include "inspect/budget.h"

#include <doctest/doctest.h>

#include <random>
#include <string>

#include "text/gzip.h"

namespace pes::test {

namespace {

// A text that gzip cannot shorten by much.
std::string dense(std::size_t size, unsigned int seed) {
  std::mt19937 generator(seed);
  std::string text;
  for (std::size_t i = 0; i < size; ++i) text += static_cast<char>(' ' + generator() % 90);
  return text;
}

// Weighs pages with this HTML; of pages without, the length is all that is known.
Scales scales_of(std::vector<PageLoad>& pages, const std::vector<std::string>& html = {}) {
  for (std::size_t i = 0; i < html.size(); ++i) pages[i].html = html[i].size();
  const auto html_of = [html](std::size_t i) { return html.empty() ? "" : html[i]; };
  return {pages, html_of, {}, Workers(2)};
}

const Weighing& by(const std::vector<Weighing>& weighings, Measure measure) {
  return weighings.at(static_cast<std::size_t>(measure));
}

}  // namespace

TEST_CASE("budget: a page at its limits is within them, one beyond is not") {
  const std::size_t empty = gzip_size("");
  std::vector<PageLoad> pages = {{true, 300, 6, 0, 150'000 - empty},
                                 {false, 370, 6, 0, 250'000 - empty}};
  CHECK(scales_of(pages).overweight().empty());

  ++pages[0].elements;
  ++pages[0].requests;
  ++pages[0].resources;
  ++pages[1].elements;
  const auto over = scales_of(pages).overweight();
  REQUIRE(over.size() == 4);
  CHECK(over[0].measure == Measure::elements);
  CHECK(over[1].measure == Measure::requests);
  CHECK(over[2].measure == Measure::weight);
  CHECK(over[2].value == 150'001);
  CHECK(over[3].page == 1);
  CHECK(over[3].limit == 370);
}

TEST_CASE("budget: HTML counts as it is sent") {
  const std::string shrinks(100'000, 'a');
  const std::string stays = dense(20'000, 1);

  std::vector<PageLoad> page = {{true, 1, 1, 0, 0}};
  CHECK(scales_of(page, {shrinks}).overweight().empty());
  const auto over = scales_of(page, {stays}).overweight();
  REQUIRE(over.size() == 1);
  CHECK(over[0].measure == Measure::html);
  CHECK(over[0].value > 15'000);
}

TEST_CASE("budget: the worst page is not the longest one but the one that compresses worst") {
  const std::string longest(50'000, 'a');
  const std::string dense_one = dense(9'000, 2);
  const std::string small = dense(1'000, 3);
  std::vector<PageLoad> pages = {{true, 10, 1, 0, 0}, {true, 20, 1, 0, 0}, {false, 24, 2, 0, 100}};

  const auto worst = scales_of(pages, {longest, dense_one, small}).worst();
  REQUIRE(worst.size() == all_measures.size());
  CHECK(by(worst, Measure::html).page == 1);
  CHECK(by(worst, Measure::weight).page == 1);
  CHECK(by(worst, Measure::requests).page == 2);
  CHECK(by(worst, Measure::elements).page == 1);  // 20 of 300 is more than 24 of 370
}

TEST_CASE("budget: of equals the first, and nothing for no pages") {
  std::vector<PageLoad> pages(3, PageLoad{true, 10, 1, 0, 0});
  std::vector<PageLoad> none;

  for (const Weighing& worst : scales_of(pages).worst()) CHECK(worst.page == 0);
  CHECK(scales_of(none).worst().empty());
}

TEST_CASE("budget: a page that says its charts in tables may have any number of elements") {
  PageLoad figures{false, 5000, 3, 0, 0};
  figures.tables = true;
  std::vector<PageLoad> pages = {figures};

  CHECK(scales_of(pages).overweight().empty());
}

}  // namespace pes::test
