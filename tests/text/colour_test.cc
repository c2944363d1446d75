#include "text/colour.h"

#include <doctest/doctest.h>

namespace pes::test {

TEST_CASE("colour: only #rrggbb, in either case") {
  CHECK(format_colour(*parse_colour("#1F5c4d")) == "#1f5c4d");
  for (const char* bad : {"", "#", "#fff", "1f5c4d0", "#1f5c4", "#1f5c4d0", "#-f5c4d", "#1f5c4g"}) {
    CAPTURE(bad);
    CHECK_FALSE(parse_colour(bad));
  }
}

TEST_CASE("colour: contrast is never rounded up to what is asked for") {
  const Colour white{255, 255, 255};

  CHECK(contrast_ratio(white, {}) == doctest::Approx(21));
  CHECK(contrast_ratio({}, white) == doctest::Approx(21));
  CHECK(contrast_ratio(white, white) == doctest::Approx(1));
  CHECK(contrast_ratio(*parse_colour("#777777"), white) < 4.5);
  CHECK(contrast_ratio(*parse_colour("#767676"), white) >= 4.5);
  CHECK(format_ratio(4.4999, ',') == "4,49");
  CHECK(format_ratio(21, '.') == "21.00");
}

}  // namespace pes::test
