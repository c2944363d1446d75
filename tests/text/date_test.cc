#include "text/date.h"

#include <doctest/doctest.h>

namespace pes::test {

namespace {

Date date(const char* text) { return parse_date(text).date; }

}  // namespace

TEST_CASE("date: only days of the calendar in ISO form are dates") {
  CHECK(parse_date("2024-02-29").form == DateForm::iso);
  CHECK(parse_date("2023-02-29").form == DateForm::impossible);
  CHECK(parse_date("2024-13-01").form == DateForm::impossible);
  CHECK(parse_date("2024-03-12T10:00:00").form == DateForm::other);
  CHECK(parse_date("hier").form == DateForm::other);
  CHECK(parse_date("").form == DateForm::other);
}

TEST_CASE("date: the French way of writing is recognised") {
  CHECK(parse_date("03/04/2024").form == DateForm::french);
  CHECK(format_iso(parse_date("3.4.2024").date) == "2024-04-03");
  CHECK(format_iso(parse_date("03-04-2024").date) == "2024-04-03");
  CHECK(parse_date("31/02/2024").form == DateForm::impossible);
  CHECK(format_iso(parse_date("2024/03/12").date) == "2024-03-12");
  CHECK(format_iso(parse_date("2024-3-5").date) == "2024-03-05");
  CHECK(parse_date("2024/13/01").form == DateForm::impossible);
  CHECK(format_iso(parse_date("12 mars 2024").date) == "2024-03-12");
  CHECK(format_iso(parse_date("1er Fevrier\u00A02024").date) == "2024-02-01");
  CHECK(parse_date("31 juin 2024").form == DateForm::impossible);
  CHECK(parse_date("12 mars 24").form == DateForm::other);
  CHECK(parse_date("12 brumaire 2024").form == DateForm::other);
  CHECK(parse_date("12/2024").form == DateForm::other);
  CHECK(parse_date("03/2024/12").form == DateForm::other);
}

TEST_CASE("date: periods in years, months and days") {
  CHECK(parse_period("P3Y")->years == 3);
  CHECK(parse_period("P1Y6M")->months == 6);
  CHECK(parse_period("P90D")->days == 90);
  for (const char* text : {"", "P", "3Y", "PY", "P3", "P0D", "P3W", "PT3H", "P6M1Y", "p3y"}) {
    INFO(text);
    CHECK_FALSE(parse_period(text).has_value());
  }
}

TEST_CASE("date: a period ends on the last day of a shorter month") {
  CHECK(format_iso(add(date("2024-02-29"), {1, 0, 0})) == "2025-02-28");
  CHECK(format_iso(add(date("2024-01-31"), {0, 1, 0})) == "2024-02-29");
  CHECK(format_iso(add(date("2024-03-12"), {3, 0, 0})) == "2027-03-12");
  CHECK(format_iso(add(date("2024-12-31"), {0, 0, 1})) == "2025-01-01");
}

TEST_CASE("date: dates as French readers expect them") {
  CHECK(format_long(date("2024-03-12")) == "12 mars 2024");
  CHECK(format_long(date("2024-08-01")) == "1er août 2024");
  CHECK(format_month(date("2024-02-29")) == "février 2024");
}

TEST_CASE("date: midnight in Paris, in winter and in summer") {
  CHECK(format_iso(date_in_paris(1704063599)) == "2023-12-31");  // 22:59:59 UTC
  CHECK(format_iso(date_in_paris(1704063600)) == "2024-01-01");  // 23:00:00 UTC
  CHECK(format_iso(date_in_paris(1719784800)) == "2024-07-01");  // 22:00:00 UTC on 30 June
  CHECK(format_iso(date_in_paris(1719784799)) == "2024-06-30");
}

}  // namespace pes::test
