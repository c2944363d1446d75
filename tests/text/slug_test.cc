#include "text/slug.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "support/files.h"

namespace pes::test {

TEST_CASE("slug: every case of slugs.jsonl") {
  std::istringstream lines(read(repository() / "tests/text/slugs.jsonl"));
  std::size_t count = 0;
  for (std::string line; std::getline(lines, line); ++count) {
    const auto row = nlohmann::json::parse(line);

    CHECK(slugify(row["title"].get<std::string>()) == row["slug"].get<std::string>());
  }
  CHECK(count == 12);
}

TEST_CASE("slug: making a slug of a slug changes nothing") {
  for (const char* text : {"Œuvre d’Été", "100 % bio", "Crèche & jardin", "a--b", "★"}) {
    const std::string slug = slugify(text);

    CHECK(slugify(slug) == slug);
  }
}

TEST_CASE("slug: nothing to spell gives nothing") {
  CHECK(slugify("★ !").empty());
  CHECK_FALSE(is_slug(""));
}

TEST_CASE("slug: only lower-case words joined by single hyphens are slugs") {
  CHECK(is_slug("la-boucle-21"));
  CHECK_FALSE(is_slug("La-boucle"));
  CHECK_FALSE(is_slug("la--boucle"));
  CHECK_FALSE(is_slug("-la"));
  CHECK_FALSE(is_slug("été"));
}

TEST_CASE("slug: a long word without a place to cut is cut all the same") {
  CHECK(slugify(std::string(200, 'a')).size() == 80);
}

TEST_CASE("slug: a file name that is a slug stays whole") {
  const std::string name = "un-nom-de-fichier-" + std::string(100, 'a');

  CHECK(slug_of_file_name(name) == name);
  CHECK(slug_of_file_name("L'arc en ciel") == "l-arc-en-ciel");
}

}  // namespace pes::test
