#include "site/addresses.h"

#include <doctest/doctest.h>

#include "support/records.h"

namespace pes::test {

TEST_CASE("addresses: a base may have a path") {
  const BaseUrl root = parse_base_url("https://exemple.org");
  const BaseUrl sub = parse_base_url("https://exemple.org/nos/realisations/");

  CHECK(root.link("/projets/") == "/projets/");
  CHECK(root.absolute("/") == "https://exemple.org/");
  CHECK(sub.link("/projets/") == "/nos/realisations/projets/");
  CHECK(sub.absolute("/flux.xml") == "https://exemple.org/nos/realisations/flux.xml");
}

TEST_CASE("addresses: each kind has its place") {
  const auto address = [](const char* kind, const char* fields) {
    return record_address(make_record(kind, "nom", fields));
  };

  CHECK(address("projet", "titre: T\ndispositif: d\n") == "/projets/nom/");
  CHECK(address("page", "titre: T\n") == "/nom/");
  CHECK(address("accueil", "titre: T\n") == "/");
  CHECK(term_address("territoires", "Val-d’Été") == "/territoires/val-d-ete/");
}

TEST_CASE("addresses: the file behind an address") {
  CHECK(file_of_address("/") == "index.html");
  CHECK(file_of_address("/projets/x/") == "projets/x/index.html");
  CHECK(file_of_address("/404.html") == "404.html");
  CHECK(file_of_address("/ancien/x") == "ancien/x/index.html");
}

TEST_CASE("addresses: collisions are found across case and accents") {
  std::vector<Record> records = {
      make_record("projet", "nom", "titre: T\ndispositif: d\n"),
      make_record("projet", "autre", "titre: T\ndispositif: d\nanciennes_adresses: /Projets/Nom\n"),
      make_record("projet", "encore", "titre: T\ndispositif: d\nanciennes_adresses: /projets/n\n")};
  const SourceFiles files = {{"a.md", ""}};
  Diagnostics found;

  check_addresses(records, files, found);

  CHECK(rules_of(found) == std::vector{Rule::same_address});
}

}  // namespace pes::test
