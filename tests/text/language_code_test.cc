#include "text/language_code.h"

#include <doctest/doctest.h>

namespace pes::test {

TEST_CASE("language code: languages that exist") {
  for (const char* tag : {"fr", "en-GB", "FR", "fr-FR", "frp", "zh-Hant-TW", "oc", "ar"}) {
    INFO(tag);
    CHECK(is_language_code(tag));
  }
}

TEST_CASE("language code: everything else") {
  for (const char* tag : {"", "f", "xx", "francais", "fr_FR", "fr-", "fr FR", "fr-toolonghere",
                          "français", "-fr", "qqq-x"}) {
    INFO(tag);
    CHECK_FALSE(is_language_code(tag));
  }
}

}  // namespace pes::test
