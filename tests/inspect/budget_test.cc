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

const Weighing& by(const std::vector<Weighing>& weighings, Measure measure) {
  return weighings.at(static_cast<std::size_t>(measure));
}

}  // namespace

TEST_CASE("budget: a page at its limits is within them, one beyond is not") {
  const std::size_t empty = gzip_size("");
  std::vector<PageLoad> pages = {{true, 300, 6, "", 150'000 - empty},
                                 {false, 370, 6, "", 250'000 - empty}};
  CHECK(Scales(pages, {}, Workers(2)).overweight().empty());

  ++pages[0].elements;
  ++pages[0].requests;
  ++pages[0].resources;
  ++pages[1].elements;
  const auto over = Scales(pages, {}, Workers(2)).overweight();
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

  CHECK(
      Scales(std::vector<PageLoad>{{true, 1, 1, shrinks, 0}}, {}, Workers(2)).overweight().empty());
  const auto over =
      Scales(std::vector<PageLoad>{{true, 1, 1, stays, 0}}, {}, Workers(2)).overweight();
  REQUIRE(over.size() == 1);
  CHECK(over[0].measure == Measure::html);
  CHECK(over[0].value > 15'000);
}

TEST_CASE("budget: the worst page is not the longest one but the one that compresses worst") {
  const std::string longest(50'000, 'a');
  const std::string dense_one = dense(9'000, 2);
  const std::string small = dense(1'000, 3);
  const std::vector<PageLoad> pages = {
      {true, 10, 1, longest, 0}, {true, 20, 1, dense_one, 0}, {false, 24, 2, small, 100}};

  const auto worst = Scales(pages, {}, Workers(2)).worst();
  REQUIRE(worst.size() == all_measures.size());
  CHECK(by(worst, Measure::html).page == 1);
  CHECK(by(worst, Measure::weight).page == 1);
  CHECK(by(worst, Measure::requests).page == 2);
  CHECK(by(worst, Measure::elements).page == 1);  // 20 of 300 is more than 24 of 370
}

TEST_CASE("budget: of equals the first, and nothing for no pages") {
  const std::vector<PageLoad> pages(3, PageLoad{true, 10, 1, "", 0});

  for (const Weighing& worst : Scales(pages, {}, Workers(2)).worst()) CHECK(worst.page == 0);
  CHECK(Scales({}, {}, Workers(2)).worst().empty());
}

TEST_CASE("budget: a page that says its charts in tables may have any number of elements") {
  PageLoad figures{false, 5000, 3, "", 0};
  figures.tables = true;
  const std::vector<PageLoad> pages = {figures};

  CHECK(Scales(pages, {}, Workers(2)).overweight().empty());
}

}  // namespace pes::test
