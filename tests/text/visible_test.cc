#include "text/visible.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

namespace pes::test {

TEST_CASE("visible: what acts on a terminal or turns a text has a sign in its place") {
  CHECK(visible("\x1b[31mrouge\a") == "␛[31mrouge␇");
  CHECK(visible("un\n::error::\r\t") == "un␊::error::␍␉");
  CHECK(visible("\u009B31m \u0085 \x7F") == "\uFFFD31m \uFFFD ␡");
  CHECK(visible("\u202Eabc\u2066d\u2069 \u200F\u061C\u2028\uFEFF") ==
        "\uFFFDabc\uFFFDd\uFFFD \uFFFD\uFFFD\uFFFD\uFFFD");
  CHECK(visible("a\U000E0041b") == "a\uFFFDb");
}

TEST_CASE("visible: what is no UTF-8 is shown as such, and what is a text stays") {
  CHECK(visible("caf\xE9 \xC2") == "caf\uFFFD \uFFFD");
  const std::string text = "Été à l’Écrin : 2\u202F600\u00A0€, « œuvre » – 👩\u200D🌾 e\u0301";
  CHECK(visible(text) == text);
}

TEST_CASE("visible: lines keep their ends and tabs") {
  CHECK(visible_lines("un\n\tdeux\r\ntrois\r \x1b[0m\n") == "un\n\tdeux\r\ntrois␍ ␛[0m\n");
}

TEST_CASE("visible: JSON means the same, and acts on nothing") {
  const nlohmann::json value = {"é\u202E\u009B\x7F\x1b\n", "\U000E0041"};

  const std::string shown = visible_json(value.dump(1));

  CHECK(nlohmann::json::parse(shown) == value);
  CHECK(visible_lines(shown) == shown);
  CHECK(shown.find("\\u202e") != std::string::npos);
  CHECK(shown.find("é") != std::string::npos);
}

}  // namespace pes::test
