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
  // Letters that look like Latin ones are these, whatever the word.
  CHECK(letters("Ἀθήνα ἈΘΉΝΑ Жук ЖУК") == "aθhva aθhva жyk жyk");
}

TEST_CASE("letters: references, escapes and percent signs are read") {
  CHECK(letters("&eacute;&#233;&#xE9;&OElig;&amp;a") == "eeeoe a");
  CHECK(letters("\\u00e9\\nA") == "e a");
  CHECK(letters("%C3%A9%20%41") == "e a");
}

TEST_CASE("letters: signs that show nothing are within a word") {
  for (const char* sign :
       {"\u00AD", "\u034F", "\u061C", "\u180E", "\u200B", "\u2066", "\u2069", "\u3164", "\uFE0F",
        "\uFEFF", "\U000E0001", "\u0336", "&shy;", "&#8203;", "\\u200b"}) {
    INFO(std::string(sign));
    CHECK(letters("a" + std::string(sign) + "b") == "ab");
  }
}

TEST_CASE("letters: disguised letters are what they look like") {
  CHECK(letters("𝐂𝓪𝖒ⓘⓁ🅛🄴 ⒸⅭ ℂℓ ᶜᴀ 🇪") == "camille cc cl ca e");
  CHECK(letters("łŁ đ ı ø ħ ß ʳ") == "ll d i o h ss r");
  CHECK(letters("Саmillе αβ Ꮯ ɑ ɡ") == "camille ab c a g");
}

TEST_CASE("letters: apostrophes and raised figures stand between words") {
  CHECK(letters("dʼA l’A l'A ˈa") == "d a l a l a  a");
  CHECK(letters("a² b③ c¼") == "a  b  c ");
}

TEST_CASE("letters: escapes of scripts and style sheets") {
  CHECK(letters("\\x43\\u0061\\u{6d}\\ud835\\udcd2 \\t\\z") == "camc  z");
  CHECK(letters("&#67&#x61;&#0000109;&#x69 &amp;eacute;&amp;#233; %25C3%25A9%2520") ==
        "cami ee e ");
  const auto styled = [](std::string_view text, Escapes escapes) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
      const Letter letter = read_letter(text, at, escapes);
      out += letter.separates ? " " : letter.folded;
      at += letter.length;
    }
    return out;
  };
  CHECK(styled("\\43 amille\\0000e9b \\-x\\z", Escapes::style) == "camilleeb  xz");
  CHECK(styled("a\\b", Escapes::none) == "a b");
}

TEST_CASE("letters: what only looks like an escape stays what it is") {
  CHECK(letters("a&b;c") == "a b c");
  CHECK(letters("100%") == "100 ");
  CHECK(letters("%zz %C3") == " zz  c3");
  CHECK(letters("a\\") == "a ");
  CHECK(letters("&#;a &#x;a &#99999999;a &#xD800;a \\ud835a") ==
        "   a   x a   99999999 a   xd800 a ud835a");
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
