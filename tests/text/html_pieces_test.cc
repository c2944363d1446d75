#include "text/html_pieces.h"

#include <doctest/doctest.h>

#include <random>

namespace pes::test {

namespace {

std::string markdown(std::string_view html) { return text_of_html(html).markdown; }

}  // namespace

TEST_CASE("html pieces: tags go and their text stays, parted as a page would part it") {
  CHECK(markdown("<div>\nTexte\n</div>\n") == "\nTexte\n\n\n\n");
  CHECK(markdown("<p>Un <b>mot</b>s</p><p>deux</p>") == "Un mots\n\n\n\ndeux\n\n");
  CHECK(markdown("Rue X<br>21000") == "Rue X  \n21000");
  CHECK(markdown("Rue X<BR />\n  21000") == "Rue X  \n21000");
  CHECK(markdown("<tr><td>12</td><td>Dijon</td></tr>") == "12  Dijon \n\n");
  CHECK(markdown("<O:P>mot</O:P>") == "mot\n\n");
  CHECK(markdown("<ul>\n    <li>Un</li>\n    <li>Deux</li>\n</ul>").find("    ") ==
        std::string::npos);
}

TEST_CASE("html pieces: comments, scripts and style sheets go with what they hold") {
  CHECK(markdown("a<!-- <b>x</b> -->b") == "ab");
  CHECK(markdown("a<!-->b") == "ab");
  CHECK(markdown("a<script>if (a < b) { x('</p>') }</SCRIPT >b") == "ab");
  CHECK(markdown("a<style type=\"a>b\">p { }</style>b") == "ab");
  CHECK(markdown("a<?php echo 1 > 0 ?>b") == "ab");
  CHECK_FALSE(text_of_html("<!-- x -->").tags);
  CHECK(text_of_html("<script></script>").tags);
}

TEST_CASE("html pieces: what looks like a tag and is none stays") {
  CHECK(markdown("3 < 4 et 5 > 4") == "3 &lt; 4 et 5 > 4");
  CHECK(markdown("a <b") == "a &lt;b");
  CHECK(markdown("<https://exemple.org/> <a@exemple.org>") ==
        "<https://exemple.org/> <a@exemple.org>");
  CHECK(markdown("<a title=\"1 > 0\">x</a>") == "x");
  CHECK(markdown("<a title=\"x>y</a>") == "y");
}

TEST_CASE("html pieces: words that would be lost are told") {
  const auto lost = [](std::string_view html) { return text_of_html(html).lost; };

  CHECK(lost("<img src=a.jpg ALT='Le four'> <input value=Envoyer>") == "Le four Envoyer");
  CHECK(lost("<img alt=\"\" width=\"3\"> <li value=3>x</li>").empty());
  CHECK(lost("<!-- à relire\n\nUn texte") == "à relire\n\nUn texte");
  CHECK(lost("<script>let x") == "let x");
  CHECK(lost("<?php le reste") == "php le reste");
  CHECK(markdown("<!DOCTYPE le reste") == "&lt;!DOCTYPE le reste");
  CHECK(lost("<!-- --").empty());
  CHECK(lost("<![CDATA[Un mot]]>") == "Un mot");
}

TEST_CASE("html pieces: words are counted between spaces") {
  CHECK(count_words("") == 0);
  CHECK(count_words("L’atelier – ouvre à 9 h") == 5);
}

TEST_CASE("html pieces: every text is cut into pieces that make it up, and no tag is left") {
  constexpr std::string_view signs = "<>/!-b\"'= ?[a\n&";
  std::mt19937 random(5);
  for (int i = 0; i < 50'000; ++i) {
    std::string html;
    for (std::size_t n = random() % 30; n > 0; --n) html += signs[random() % signs.size()];
    INFO(html);
    std::string whole;
    while (whole.size() < html.size()) {
      const HtmlPiece piece = html_piece_at(html, whole.size());
      REQUIRE_FALSE(piece.written.empty());
      whole += piece.written;
    }
    CHECK(whole == html);
    CHECK(markdown(html).find('<') == std::string::npos);
  }
}

}  // namespace pes::test
