#include "text/letters.h"

#include <doctest/doctest.h>

namespace pes::test {

namespace {

// The letters of a text; what separates them is a space.
std::string letters(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const Letter letter = read_letter(text, at);
    out += letter.separates ? " " : letter.folded;
    at += letter.length;
  }
  return out;
}

}  // namespace

TEST_CASE("letters: case, accents, ligatures and wide forms are folded") {
  CHECK(letters("Éàç Œuf ß ＡＢ１") == "eac oeuf ss ab1");
  CHECK(letters("e\u0301\u00AD\u200Bf") == "ef");
  CHECK(letters("Ἀθήνα Жук") == "αθηνα жук");
}

TEST_CASE("letters: references, escapes and percent signs are read") {
  CHECK(letters("&eacute;&#233;&#xE9;&OElig;&amp;a") == "eeeoe a");
  CHECK(letters("\\u00e9\\nA") == "e a");
  CHECK(letters("%C3%A9%20%41") == "e a");
}

TEST_CASE("letters: what only looks like an escape stays what it is") {
  CHECK(letters("a&b;c") == "a b c");
  CHECK(letters("100%") == "100 ");
  CHECK(letters("%zz %C3") == " zz  c3");
  CHECK(letters("a\\") == "a ");
}

TEST_CASE("letters: every byte is read once, whatever it is") {
  for (int first = 0; first < 256; ++first) {
    for (int second = 0; second < 256; ++second) {
      const std::string text = {static_cast<char>(first), static_cast<char>(second), 'z'};
      std::size_t at = 0;
      while (at < text.size()) at += read_letter(text, at).length;
      CHECK(at == text.size());
    }
  }
}

}  // namespace pes::test
