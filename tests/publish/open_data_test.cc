#include "publish/open_data.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "support/records.h"

namespace pes::test {

namespace {

// A site with one project, whose structure is `structure`, and one testimonial.
struct Data {
  std::vector<Record> records;
  Decision shown;
  Decision withheld_from_data;
  Site site;

  explicit Data(const std::string& structure) {
    records = {make_record("projet", "p",
                           "titre: Le projet\ndispositif: d\nstructure: \"" + structure +
                               "\"\npartenaires: [A, B]\n"),
               make_record("temoignage", "t",
                           "titre: Le récit\ndispositif: d\nstructure: S\n"
                           "forme: recit\nauteur: Camille Exemple\n")};
    withheld_from_data.purposes[index_of(Purpose::data)] = false;
    shown.name = "Camille E.";
    site.base = parse_base_url("https://x.fr/sous/");
    add(records[0], shown);
    add(records[1], withheld_from_data);
  }

  void add(const Record& record, const Decision& decision) {
    Entry entry;
    entry.record = &record;
    entry.decision = &decision;
    entry.address = record_address(record);
    site.entries.push_back(entry);
  }

  std::string file(const std::string& path) {
    const auto files = open_data(site);
    const auto found = std::find_if(files.begin(), files.end(),
                                    [&](const OutputFile& f) { return f.path == path; });
    REQUIRE(found != files.end());
    return found->bytes;
  }
};

}  // namespace

TEST_CASE("open data: no text of a spreadsheet file is a formula") {
  for (const std::string start : {"=", "+", "-", "@"}) {
    Data data(start + "1+1");
    INFO(start);
    CHECK(data.file("donnees/realisations-tableur.csv").find(";'" + start + "1+1;") !=
          std::string::npos);
    CHECK(data.file("donnees/realisations.csv").find("," + start + "1+1,") != std::string::npos);
  }
}

TEST_CASE("open data: separators, quotation marks and lists") {
  Data data("L'\\\"A, B; C\\\"");

  CHECK(data.file("donnees/realisations.csv").find("\"L'\"\"A, B; C\"\"\"") != std::string::npos);
  CHECK(data.file("donnees/realisations-tableur.csv").find("\"L'\"\"A, B; C\"\"\"") !=
        std::string::npos);
  CHECK(data.file("donnees/realisations.csv").find("A | B") != std::string::npos);
  CHECK(data.file("donnees/realisations-tableur.csv").starts_with("\xEF\xBB\xBFgenre;adresse;"));
}

TEST_CASE("open data: a record is there only if its consent covers data") {
  Data data("S");
  const std::string csv = data.file("donnees/realisations.csv");
  const auto json = nlohmann::json::parse(data.file("donnees/realisations.json"));

  CHECK(csv.find("Le récit") == std::string::npos);
  CHECK(json.size() == 1);
  CHECK(json[0]["adresse"] == "https://x.fr/sous/projets/p/");
  CHECK(json[0]["auteur"] == "Camille E.");
  CHECK(json[0]["forme"].is_null());
}

TEST_CASE("open data: the licence is that of the site, or none") {
  Data data("S");
  CHECK_FALSE(nlohmann::json::parse(data.file("donnees/datapackage.json")).contains("licenses"));

  data.site.licence = {"etalab-2.0", "Licence Ouverte 2.0", "https://x.fr/licence"};
  const auto package = nlohmann::json::parse(data.file("donnees/datapackage.json"));
  CHECK(package["licenses"][0]["name"] == "etalab-2.0");
  CHECK(package["resources"].size() == 5);
}

}  // namespace pes::test
