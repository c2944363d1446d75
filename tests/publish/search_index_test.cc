#include "publish/search_index.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <set>

#include "publish/search_dictionary.h"
#include "support/files.h"
#include "support/sites.h"

namespace pes::test {

namespace {

namespace fs = std::filesystem;

using Json = nlohmann::json;

std::map<std::string, std::string> index_of(const Built& built) {
  std::map<std::string, std::string> files;
  for (const auto& [path, bytes] : built.output) {
    if (path.starts_with("recherche/") && path.ends_with(".json")) files[path] = bytes;
  }
  return files;
}

std::set<std::string> stems_of(const Built& built) {
  std::set<std::string> stems;
  for (const auto& [path, bytes] : index_of(built)) {
    if (!path.starts_with("recherche/termes-")) continue;
    for (const Json& row : Json::parse(bytes)) stems.insert(row[0].get<std::string>());
  }
  return stems;
}

std::string testimonial(const std::string& supports, const std::string& text = "") {
  return "---\ntitre: Essai\nstructure: Verger\nforme: citation\nauteur: Zéphyrine Quillevic\n"
         "dispositif: dla\nconsentement:\n  base: accord-ecrit\n  recueilli_le: 2025-06-01\n"
         "  preuve: R-1\n  duree: P3Y\n  portee: {nom: complet}\n  supports: " +
         supports +
         "\n---\n\nBonjour & **bien**venue, `code` <!-- secret -->.\n"
         "\n## Le 2e pas\n\nBravo ! Fin\n\n- l'un\n- l'autre\n" +
         text;
}

Built site_with(const std::string& supports, const std::string& text = "") {
  const TemporaryFolder folder;
  copy_minimal_site(folder.path());
  write(folder.path() / "content/temoignages/essai.md", testimonial(supports, text));
  return build_site(folder.path());
}

}  // namespace

TEST_CASE("search index: an author is found only where the consent covers data") {
  const auto granted = stems_of(site_with("[site, donnees]"));
  const auto withheld = stems_of(site_with("[site, flux, reseaux]"));

  CHECK(granted.contains("quillevic"));
  CHECK(withheld.contains("verger"));
  CHECK_FALSE(withheld.contains("quillevic"));
  CHECK_FALSE(withheld.contains("zephyrin"));
}

TEST_CASE(
    "search index: nor by the name in a text, which the page shows and the consent does not") {
  const std::string text = "\nJe suis Zéphyrine Quillevic, dite Madame Quillevic, du Finistère.\n";
  const Built granted = site_with("[site, donnees]", text);
  const Built withheld = site_with("[site, flux]", text);

  for (const Built* built : {&granted, &withheld}) {
    const std::string& page = built->output.at("temoignages/essai/index.html");
    CHECK(page.find("Je suis Zéphyrine Quillevic") != std::string::npos);
    CHECK(stems_of(*built).contains("finister"));
    CHECK(stems_of(*built).contains("quillevic") == (built == &granted));
    CHECK(stems_of(*built).contains("zephyrin") == (built == &granted));
  }
}

TEST_CASE("search index: it holds what a page shows, across markup and without comments") {
  const auto stems = stems_of(site_with("[site]"));

  CHECK(stems.contains("bienvenu"));
  CHECK(stems.contains("code"));
  CHECK_FALSE(stems.contains("amp"));
  CHECK_FALSE(stems.contains("secret"));
}

TEST_CASE("search index: it holds words as they were written, before typography") {
  const Built built = site_with("[site]");

  CHECK(built.output.at("temoignages/essai/index.html").find("2<sup>e</sup>") != std::string::npos);
  for (const char* stem : {"2e", "bravo", "fin"}) {
    INFO(stem);
    CHECK(stems_of(built).contains(stem));
  }
  for (const auto& [path, bytes] : index_of(built)) CHECK(bytes.find("\u202F") == bytes.npos);
}

TEST_CASE("search index: a record that is not published is nowhere in it") {
  const Built built = build_site(repository() / "tests/sites/champs");

  const auto files = index_of(built);

  REQUIRE(files.size() > 2);
  for (const auto& [path, bytes] : files) {
    const auto& file = path;
    INFO(file);
    for (const char* slug : {"temoignages/expire/", "temoignages/retire/", "temoignages/futur/",
                             "temoignages/brouillon/", "temoignages/demain/"}) {
      CHECK(bytes.find(slug) == std::string::npos);
    }
  }
}

TEST_CASE("search index: the head names every other file and has one code per record") {
  const auto files = index_of(build_site(repository()));

  const Json head = Json::parse(files.at("recherche/index.json"));

  std::set<std::string> named = {"recherche/index.json"};
  for (std::size_t i = 0; i < head["termes"].size(); ++i) {
    named.insert("recherche/termes-" + std::to_string(i) + "-" +
                 head["termes"][i][1].get<std::string>() + ".json");
  }
  for (std::size_t i = 0; i < head["fiches"]["blocs"].size(); ++i) {
    named.insert("recherche/fiches-" + std::to_string(i) + "-" +
                 head["fiches"]["blocs"][i].get<std::string>() + ".json");
  }
  CHECK(named.size() == files.size());
  for (const auto& [path, bytes] : files) CHECK(named.contains(path));
  for (const Json& lengths : head["longueurs"]) CHECK(lengths.size() == head["nombre"]);
  for (const Json& filter : head["filtres"]) CHECK(filter["fiches"].size() == head["nombre"]);
}

TEST_CASE("search dictionary: steps from record to record, counts where they are not one") {
  SearchDictionary dictionary;

  StemCounter counter;
  const StemCounts first = counter.count("Verger, vergers et lac");
  const StemCounts verger = counter.count("verger");
  const StemCounts lac = counter.count("lac");
  const auto numbers = dictionary.number(counter.stems());
  for (const unsigned part : {0U, 1U}) {
    dictionary.add(2, 0, first, numbers, {part, 2});
    dictionary.add(5, 0, verger, numbers, {part, 2});
    dictionary.add(5, 5, lac, numbers, {part, 2});
  }
  const auto blocks = dictionary.blocks(1000);

  REQUIRE(blocks.size() == 1);
  CHECK(blocks[0].first == "lac");
  CHECK(blocks[0].json == "[[\"lac\",{\"0\":[2],\"5\":[5]}],\n[\"verger\",{\"0\":[2,-2,3]}]]\n");
}

TEST_CASE("search dictionary: blocks stay below the limit and keep the order") {
  SearchDictionary dictionary;
  std::string text;
  for (char a = 'b'; a <= 'z'; ++a) {
    for (char b = 'b'; b <= 'z'; ++b) text += std::string("x") + a + b + " ";
  }
  StemCounter counter;
  const StemCounts counts = counter.count(text);
  dictionary.add(0, 0, counts, dictionary.number(counter.stems()), {});

  const auto blocks = dictionary.blocks(200);

  REQUIRE(blocks.size() > 10);
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    CHECK(blocks[i].json.size() <= 210);
    CHECK(Json::parse(blocks[i].json)[0][0] == blocks[i].first);
    if (i > 0) CHECK(blocks[i - 1].first < blocks[i].first);
  }
}

}  // namespace pes::test
