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

TEST_CASE("number: a point or a comma before three digits has two readings, and none counts") {
  const auto readings = [](std::string_view text) {
    const auto found = two_readings(text);
    return found ? found->whole + " " + found->fraction : "";
  };

  CHECK(readings("2.600") == "2600 2.6");
  CHECK(readings("2,600") == "2600 2,6");
  CHECK(readings("1.000") == "1000 1");
  CHECK(readings("-12,125") == "-12125 -12,1250");
  for (const char* text : {"2.600", "2,600", "1.000", "-12,125", "125.050"}) {
    INFO(text);
    CHECK_FALSE(parse_decimal(text).has_value());
    CHECK(parse_decimal(two_readings(text)->whole).has_value());
    CHECK(parse_decimal(two_readings(text)->fraction).has_value());
  }
}

TEST_CASE("number: three decimals that group nothing have one reading") {
  CHECK(parse_decimal("0,125") == Decimal{125});
  CHECK(parse_decimal("2600.125") == Decimal{2'600'125});
  CHECK(parse_decimal("2 600,125") == Decimal{2'600'125});
  CHECK(parse_decimal("2,1250") == Decimal{2'125});
  CHECK(parse_decimal("2,0000") == whole(2));
  for (const char* text :
       {"0,125", "2600.125", "2 600,125", "2,1250", "2,60", "2 600", "1.000.000"}) {
    INFO(text);
    CHECK_FALSE(two_readings(text).has_value());
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
