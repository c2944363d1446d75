#include "clock.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <stdexcept>

namespace pes::test {

namespace {

// Sets SOURCE_DATE_EPOCH for the length of a test.
struct Epoch {
  explicit Epoch(const char* value) { ::setenv("SOURCE_DATE_EPOCH", value, 1); }
  ~Epoch() { ::unsetenv("SOURCE_DATE_EPOCH"); }
  Epoch(const Epoch&) = delete;
  Epoch& operator=(const Epoch&) = delete;
};

}  // namespace

TEST_CASE("clock: the option wins, then SOURCE_DATE_EPOCH in Paris") {
  const Epoch epoch("1704063600");

  CHECK(format_iso(decision_day(parse_date("2020-02-29").date)) == "2020-02-29");
  CHECK(format_iso(decision_day({})) == "2024-01-01");
}

TEST_CASE("clock: an epoch that is no number of seconds is refused") {
  for (const char* value : {"", "hier", "12x", "-1", "999999999999999"}) {
    const Epoch epoch(value);
    CHECK_THROWS_AS(decision_day({}), std::invalid_argument);
  }
}

TEST_CASE("clock: today is a day of the calendar") { CHECK(decision_day({}).ok()); }

}  // namespace pes::test
