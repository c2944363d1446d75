#include "text/utf8.h"

#include <doctest/doctest.h>

#include <vector>

namespace pes::test {

TEST_CASE("utf8: the first malformed byte is found") {
  CHECK_FALSE(find_invalid_utf8("été").has_value());
  CHECK(find_invalid_utf8("x\xFF") == 1);
  CHECK(find_invalid_utf8("\xC3") == 0);          // cut in the middle
  CHECK(find_invalid_utf8("a\xC0\xAF") == 1);     // overlong
  CHECK(find_invalid_utf8("\xED\xA0\x80") == 0);  // surrogate
}

TEST_CASE("utf8: control characters other than tab and line feed are found") {
  CHECK_FALSE(find_control_character("a\tb\né").has_value());
  CHECK(find_control_character(std::string_view("a\0b", 3)) == 1);
  CHECK(find_control_character("é\x7F") == 2);
  CHECK(find_control_character("é\xC2\x85") == 2);
}

TEST_CASE("utf8: decomposed accents are composed") {
  CHECK(to_nfc("e\xCC\x81t\xC3\xA9") == "été");
  CHECK(to_nfc("plain") == "plain");
}

TEST_CASE("utf8: folding forgets case, accents and ligatures") {
  CHECK(fold("Œuvre d’ÉTÉ") == "oeuvre d’ete");
  CHECK(fold("Æquo") == "aequo");
  CHECK(fold("ABC") == "abc");
}

TEST_CASE("utf8: columns are characters") {
  CHECK(count_characters("épée") == 4);
  CHECK(count_characters("😀") == 1);
}

TEST_CASE(
    "utf8: everyday text is whole, composed and without controls, each character and each pair") {
  CHECK(is_everyday_text("« L’été à 15\u202F% », dit-elle… – œuvre, 12 000 €\n"));
  std::vector<std::string> everyday;
  for (char32_t c = 1; c < 0x3000; ++c) {
    std::string text;
    append_character(text, c);
    if (is_everyday_text(text)) everyday.push_back(text);
    for (const std::string& bytes : {text.substr(0, text.size() - 1), "a" + text.substr(1)}) {
      if (is_everyday_text(bytes)) CHECK_FALSE(find_invalid_utf8(bytes).has_value());
    }
  }
  CHECK(everyday.size() > 200);
  for (const std::string& one : everyday) {
    CHECK_FALSE(find_invalid_utf8(one).has_value());
    CHECK_FALSE(find_control_character(one).has_value());
    for (const std::string& other : everyday) REQUIRE(to_nfc(one + other) == one + other);
  }
  for (const char* text :
       {"\r", "\t", "\x7F", "e\u0301", "\u00AD", "\u200B", "\u2028", "\uFEFF", "\x80"}) {
    CHECK_FALSE(is_everyday_text(text));
  }
}

TEST_CASE("utf8: characters are read and written back, whatever their length") {
  for (const char32_t c :
       {U'a', U'\x7F', U'\u0080', U'é', U'\u07FF', U'\u0800', U'€', U'\U0001F600'}) {
    std::string text = "x";
    append_character(text, c);
    std::size_t at = 1;
    CHECK(next_character(text, at) == c);
    CHECK(at == text.size());
  }
  std::size_t at = 0;
  CHECK(next_character("\xC3", at) == U'\uFFFD');
  CHECK(at == 1);
}

TEST_CASE("utf8: every kind of space is trimmed") {
  CHECK(trim("\u00A0 \u202Fun mot\t\n") == "un mot");
  CHECK(trim(" \n").empty());
}

TEST_CASE("utf8: a cut falls between words and within the limit") {
  CHECK(cut_at_word("Un texte court", 20) == "Un texte court");
  CHECK(cut_at_word("Un texte, trop long", 12) == "Un texte…");
  CHECK(count_characters(cut_at_word("été été été été", 9)) <= 9);
}

}  // namespace pes::test
