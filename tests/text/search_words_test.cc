#include "text/search_words.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <sstream>

#include "support/files.h"

namespace pes::test {

TEST_CASE("search words: every case of recherche.jsonl") {
  std::istringstream lines(read(repository() / "tests/text/recherche.jsonl"));
  std::size_t count = 0;
  for (std::string line; std::getline(lines, line); ++count) {
    const auto row = nlohmann::json::parse(line);
    INFO(line);

    CHECK(search_words(row["texte"].get<std::string>()) ==
          row["mots"].get<std::vector<std::string>>());
  }
  CHECK(count == 43);
}

TEST_CASE("search words: a stem keeps three letters") {
  for (const char* word :
       {"as", "os", "bus", "eaux", "aux", "iles", "rue", "fee", "eees", "ssss"}) {
    CHECK(search_stem(word).size() >= std::min<std::size_t>(3, std::string_view(word).size()));
  }
}

TEST_CASE("search words: stop words are folded and in order") {
  const auto words = search_stop_words();

  CHECK(std::is_sorted(words.begin(), words.end()));
  for (const std::string_view word : words) CHECK(search_words(word).empty());
}

}  // namespace pes::test
