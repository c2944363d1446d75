#include "text/collation.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <vector>

namespace pes::test {

TEST_CASE("collation: French alphabetical order, numbers as numbers") {
  const Collator collator;
  std::vector<std::string> words = {"Zèbre", "élan",  "Ébène", "page 10", "page 9", "eau",
                                    "œuvre", "Oasis", "cote",  "côté",    "coté"};

  std::sort(words.begin(), words.end(),
            [&](const auto& a, const auto& b) { return collator.key(a) < collator.key(b); });

  CHECK(words == std::vector<std::string>{"cote", "coté", "côté", "eau", "Ébène", "élan", "Oasis",
                                          "œuvre", "page 9", "page 10", "Zèbre"});
}

}  // namespace pes::test
