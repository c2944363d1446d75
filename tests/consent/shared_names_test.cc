#include "consent/shared_names.h"

#include <doctest/doctest.h>

#include "support/records.h"

namespace pes::test {

namespace {

// A withheld testimonial and a published project, with these bodies.
std::vector<Rule> warnings(const std::string& withheld, const std::string& published) {
  const SourceFiles files = {{"content/temoignages/a.md", withheld},
                             {"content/projets/b.md", published}};
  std::vector<Record> records = {
      make_record("temoignage", "a",
                  "titre: T\nstructure: Les Jardins du Lac\nforme: recit\ndispositif: d\n"),
      make_record("projet", "b", "titre: T\ndispositif: d\npartenaires: [Bio Bourgogne]\n")};
  for (FileId i = 0; i < 2; ++i) {
    records[i].file = i;
    records[i].body_begin = 1;
  }
  std::vector<Decision> decisions(2);
  decisions[0].reason = decisions[0].consent = Reason::expired;
  Diagnostics found;
  warn_about_shared_names(records, decisions, files, found);
  return rules_of(found);
}

}  // namespace

TEST_CASE("shared names: somebody named in a withheld text and in a published one") {
  const std::vector one = {Rule::name_of_withheld};

  CHECK(warnings("\nMerci à Grace Hopper.", "\nUne idée de Grace Hopper.") == one);
  CHECK(warnings("\nMerci à Grace Hopper.", "\nGrace HOPPER, encore Grace Hopper.") == one);
  CHECK(warnings("\nM. Jean-Paul Exemple dit oui.", "\nJean-Paul Exemple") == one);
}

TEST_CASE("shared names: organisations, single words and openings of sentences are no people") {
  CHECK(warnings("\nLes Jardins du Lac et Bio Bourgogne.", "\nLes Jardins du Lac. Bio Bourgogne.")
            .empty());
  CHECK(warnings("\nÀ Dijon. La Ville aide.", "\nÀ Dijon. La Ville aide.").empty());
  CHECK(warnings("\nMerci à Grace Hopper.", "\nUne idée de Grace.").empty());
}

}  // namespace pes::test
