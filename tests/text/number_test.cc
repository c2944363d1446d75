#include "text/number.h"

#include <doctest/doctest.h>

#include <limits>

namespace pes::test {

TEST_CASE("number: numbers as French hands type them") {
  CHECK(parse_decimal("2600") == whole(2600));
  CHECK(parse_decimal("2 600") == whole(2600));
  CHECK(parse_decimal("2\u00A0600") == whole(2600));
  CHECK(parse_decimal("1\u202F234\u202F567") == whole(1234567));
  CHECK(parse_decimal("12,5") == Decimal{12500});
  CHECK(parse_decimal("12.25") == Decimal{12250});
  CHECK(parse_decimal("-3") == whole(-3));
  CHECK(parse_decimal("010") == whole(10));
}

TEST_CASE("number: anything else is no number") {
  for (const char* text : {"", "-", "douze", "2 60", "26 00", "1_000", "0o10", "1e3", "12,", ",5",
                           "1,2345", "1,2,3", "99999999999999999", "+3", "1 0000"}) {
    INFO(text);
    CHECK_FALSE(parse_decimal(text).has_value());
  }
}

TEST_CASE("number: sums that do not fit are refused") {
  const Decimal most{std::numeric_limits<std::int64_t>::max()};

  CHECK(add(whole(2), whole(3)) == whole(5));
  CHECK_FALSE(add(most, {1}).has_value());
}

TEST_CASE("number: numbers are shown the French way") {
  CHECK(format_number(whole(2600)) == "2\u202F600");
  CHECK(format_number(whole(1234567)) == "1\u202F234\u202F567");
  CHECK(format_number({12500}) == "12,5");
  CHECK(format_number({-50}) == "-0,05");
  CHECK(format_number(whole(0)) == "0");
  CHECK(format_plain({-1234500}) == "-1234.5");
}

TEST_CASE("number: what is shown is read back") {
  for (const std::int64_t value : {0LL, 7LL, -999LL, 1000LL, 12'345'678LL, 999'999'999'999LL}) {
    CHECK(parse_decimal(format_number({value})) == Decimal{value});
    CHECK(parse_decimal(format_plain({value})) == Decimal{value});
  }
}

}  // namespace pes::test
