#include <doctest/doctest.h>

#include "fuzz/properties.h"
#include "fuzz/targets.h"
#include "support/files.h"

namespace pes::test {

namespace {

void check_holds(const FuzzTarget& target, const std::string& bytes) {
  try {
    target.hold(bytes);
  } catch (const Broken& broken) {
    FAIL_CHECK(broken.what());
  }
}

}  // namespace

TEST_CASE("fuzz: what was found once holds") {
  for (const FuzzTarget& target : fuzz_targets()) {
    for (const auto& [path, bytes] :
         read_tree(repository() / "tests/fuzz/found" / std::string(target.name))) {
      const auto& file = path;
      INFO(std::string(target.name), ": ", file);
      check_holds(target, bytes);
    }
  }
}

TEST_CASE("fuzz: every fixture that fuzzing begins with holds") {
  for (const FuzzTarget& target : fuzz_targets()) {
    const auto seeds = target.seeds();
    INFO(std::string(target.name));
    CHECK(seeds.size() > 5);
    for (const std::string& seed : seeds) {
      INFO(seed);
      check_holds(target, seed);
    }
  }
}

TEST_CASE("fuzz: every folder of what was found is that of a target") {
  for (const auto& entry : std::filesystem::directory_iterator(repository() / "tests/fuzz/found")) {
    const auto targets = fuzz_targets();
    CHECK(std::any_of(targets.begin(), targets.end(), [&](const FuzzTarget& target) {
      return target.name == entry.path().filename().string();
    }));
  }
}

}  // namespace pes::test
