#include "consent/text_words.h"

#include <doctest/doctest.h>

#include <random>
#include <string>

namespace pes {

namespace {

constexpr std::size_t longest_tag = std::size_t{16} << 10U;

// As TagEnds is declared, without what it remembers.
std::size_t plain_end_of_tag(std::string_view text, std::size_t at) {
  const std::string_view near = text.substr(at, longest_tag);
  const bool comment = near.starts_with("<!--");
  const bool tag = near.size() > 1 && std::string_view("a/!?").find(near[1]) != near.npos;
  if (!comment && !tag) return at;
  const std::string_view sign = comment ? "-->" : ">";
  const std::size_t end = near.find(sign);
  return end == std::string_view::npos ? at : at + end + sign.size();
}

}  // namespace

TEST_CASE("names: what ends a tag is found wherever the search for the tag before it went") {
  std::mt19937 random(19);
  for (int round = 0; round < 400; ++round) {
    std::string text;
    while (text.size() < 60'000) {
      constexpr std::string_view pieces[] = {"<a", "<!--", "-->", ">", "a", "</", "<", "--"};
      text += pieces[random() % std::size(pieces)];
      if (random() % 40 == 0) text.append(random() % 20'000, ' ');
    }
    TagEnds ends(text);
    for (std::size_t at = text.find('<'); at < text.size(); at = text.find('<', at + 1)) {
      REQUIRE(ends.behind(at) == plain_end_of_tag(text, at));
    }
  }
}

}  // namespace pes
