#include "records/survey.h"

#include <doctest/doctest.h>

#include "records/decode.h"

namespace pes::test {

namespace {

std::map<std::string, Written> written(const std::vector<std::string>& fields) {
  SourceFiles files;
  for (const std::string& text : fields) {
    files.push_back({"content/projets/un.md", "---\ntitre: Un\n" + text + "---\n"});
  }
  Diagnostics found;
  std::vector<Record> records;
  for (FileId file = 0; file < files.size(); ++file) {
    records.push_back(decode_record({file, &kind_named("projet"), true}, files, found));
  }
  return survey(records, files).written;
}

}  // namespace

TEST_CASE("survey: figures alone, in full, and both") {
  CHECK(written({"impact: {personnes: 12}\n"}).at("projet.impact.personnes") == Written::shortly);
  CHECK(written({"impact: {personnes: {valeur: 12}}\n"}).at("projet.impact.personnes") ==
        Written::in_full);
  CHECK(written({"impact:\n  personnes:\n    valeur: 12\n"}).at("projet.impact.personnes") ==
        Written::in_full);
  CHECK(written({"impact: {personnes: 12}\n", "impact: {personnes: {valeur: 12}}\n"})
            .at("projet.impact.personnes") == Written::variously);
}

TEST_CASE("survey: numbers that only French readers understand") {
  for (const char* number : {"2 600", "\"12\"", "12,5", "+3", "012"}) {
    INFO(number);
    CHECK(written({std::string("impact:\n  emplois: ") + number + "\n"})
              .at("projet.impact.emplois") == Written::variously);
  }
  for (const char* number : {"12", "-3", "12.5", "0"}) {
    INFO(number);
    CHECK(written({std::string("impact:\n  emplois: ") + number + "\n"})
              .at("projet.impact.emplois") == Written::shortly);
  }
}

TEST_CASE("survey: steps as texts, with their fields, and both") {
  CHECK(written({"etapes: [Un, Deux]\n"}).at("projet.etapes") == Written::shortly);
  CHECK(written({"etapes:\n  - titre: Un\n    etat: fait\n"}).at("projet.etapes") ==
        Written::in_full);
  CHECK(written({"etapes:\n  - Un\n  - {titre: Deux}\n"}).at("projet.etapes") ==
        Written::variously);
}

}  // namespace pes::test
