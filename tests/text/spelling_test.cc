#include "text/spelling.h"

#include <doctest/doctest.h>

#include <vector>

namespace pes::test {

TEST_CASE("spelling: one mistake counts one, case and accents count nothing") {
  CHECK(spelling_distance("dispositif", "dispostif") == 1);
  CHECK(spelling_distance("build", "biuld") == 1);
  CHECK(spelling_distance("Terminé", "termine") == 0);
  CHECK(spelling_distance("", "abc") == 3);
}

TEST_CASE("spelling: the nearest candidate within reach") {
  const std::vector<std::string> known = {"titre", "territoire", "dispositif", "date"};

  CHECK(nearest("dispostif", known) == "dispositif");
  CHECK(nearest("territoires", known) == "territoire");
  CHECK(nearest("terr", known) == "territoire");
  CHECK_FALSE(nearest("couleur", known).has_value());
  CHECK_FALSE(nearest("x", {}).has_value());
}

}  // namespace pes::test
