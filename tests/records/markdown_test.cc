#include "records/markdown.h"

#include <doctest/doctest.h>

namespace pes::test {

namespace {

struct Converted {
  Body body;
  Diagnostics found;
  std::vector<std::string> destinations;
};

Converted convert(const std::string& text, LinkTarget target = {}) {
  Converted converted;
  const LinkResolver resolver = [&](std::string_view destination, Span) {
    converted.destinations.emplace_back(destination);
    return target;
  };
  const ImageResolver image = [&](const ImageUse& use) {
    converted.destinations.emplace_back(use.destination);
    return use.destination == "retenue.jpg" ? "" : "<image " + use.alternative + ">";
  };
  const ShortcutResolver shortcut = [](std::string_view inside, Span) {
    return "<" + std::string(inside) + ">";
  };
  const std::vector<std::string> names = {"3ème élément"};
  const Typography typography(names);
  converted.body =
      convert_markdown(0, text, 0, {resolver, image, shortcut, typography}, converted.found);
  return converted;
}

}  // namespace

TEST_CASE("markdown: headings get unique ids and start at h2") {
  const Converted converted = convert("# Un titre\n\n## L'été\n\n## L'été\n");

  CHECK(converted.body.html.find("<h2 id=\"un-titre\">") != std::string::npos);
  CHECK(converted.body.html.find("<h3 id=\"l-ete\">") != std::string::npos);
  CHECK(converted.body.anchors == std::vector<std::string>{"un-titre", "l-ete", "l-ete-2"});
  CHECK(converted.body.html.find("<h1") == std::string::npos);
}

TEST_CASE("markdown: headings that begin below h2 move up to it, and keep their distances") {
  const Converted converted = convert("### Un titre\n\n#### Un détail\n\n### Un autre\n");

  CHECK(converted.body.html.find("<h2 id=\"un-titre\">") != std::string::npos);
  CHECK(converted.body.html.find("<h3 id=\"un-detail\">") != std::string::npos);
  CHECK(converted.body.html.find("<h2 id=\"un-autre\">") != std::string::npos);
  CHECK(converted.found.all().empty());
  CHECK(convert("#### A\n\n## B\n").found.count(Severity::warning) == 1);
}

TEST_CASE("markdown: a doubt in a line that goes on without its sign stands at its word") {
  for (const std::string text : {"> Un mot\noe", "- Un mot\noe mot", "> É\noe\n\noe\n"}) {
    INFO(text);
    const Diagnostics found = convert(text).found;
    REQUIRE(!found.all().empty());
    CHECK(found.all().front().span.offset == text.find("oe"));
    CHECK(found.all().front().span.length == 2);
  }
}

TEST_CASE("markdown: a heading needs words, which a picture is not") {
  for (const char* body :
       {"## \n", "Texte.\n\n### ##\n", "## ![Portrait](a.jpg)\n", "## &nbsp;\n"}) {
    INFO(body);
    const Diagnostics found = convert(body).found;
    REQUIRE(found.count(Severity::error) == 1);
    CHECK(found.all().front().rule == Rule::blank_heading);
  }
  CHECK(convert("## `code`\n").found.all().empty());
}

TEST_CASE("markdown: a link needs words, or a picture with an alternative") {
  for (const char* body : {"[](https://a.fr)", "a [ ](b.md) c", "[![](a.jpg)](https://a.fr)"}) {
    INFO(body);
    CHECK(convert(body).found.all().front().rule == Rule::blank_link);
  }
  CHECK(convert("[`code`](https://a.fr) <https://a.fr> [![Un mur](a.jpg)](https://a.fr)")
            .found.all()
            .empty());
}

TEST_CASE("markdown: a link goes with the pictures in it where all of them are withheld") {
  const auto html = [](const std::string& text) {
    const Converted converted = convert(text);
    CHECK(converted.found.all().empty());
    return converted.body.html;
  };
  const std::string withheld = "![Un mur](retenue.jpg)";

  CHECK(html("Un [" + withheld + "](https://a.fr) et.\n") == "<p>Un  et.</p>\n");
  CHECK(html("[*" + withheld + "*" + withheld + "](https://a.fr)\n").find("<a") ==
        std::string::npos);
  CHECK(html("[" + withheld + "![B](b.jpg)](https://a.fr)\n").find("<a") != std::string::npos);
  CHECK(html("[Ici " + withheld + "](https://a.fr)\n").find("<a") != std::string::npos);
}

TEST_CASE("markdown: more elements than a page may have are told where they begin") {
  std::string text;
  for (int i = 0; i < 4000; ++i) text += "*a*\n\n";
  CHECK(convert(text).found.all().empty());
  for (int i = 0; i < 4000; ++i) text += "*a*\n\n";

  const Converted converted = convert(text);

  REQUIRE(converted.found.all().size() == 1);
  CHECK(converted.found.all().front().rule == Rule::too_many_elements);
  CHECK(position_of(text, converted.found.all().front().span.offset).line == 9999);
}

TEST_CASE("markdown: an id that a number would repeat gets another number") {
  CHECK(convert("## A\n\n## A 2\n\n## A\n").body.anchors ==
        std::vector<std::string>{"a", "a-2", "a-3"});
}

TEST_CASE("markdown: what stands for a picture is in no summary and no heading id") {
  const Body body =
      convert("## Le ![Portrait](a.jpg) four\n\n![Un *nom*](b.jpg)\n\nLu ![x](c.jpg) là.\n").body;

  CHECK(body.anchors == std::vector<std::string>{"le-four"});
  CHECK(body.first_paragraph == "Lu  là.");
  CHECK(body.html.find("<image Un nom>") != std::string::npos);
}

TEST_CASE("markdown: formatting inside headings stays") {
  CHECK(convert("## Un *mot*\n").body.html.find("Un <em>mot</em>") != std::string::npos);
}

TEST_CASE("markdown: of HTML the text stays, with a warning that counts its words") {
  const Converted converted = convert("Un <b>mot gras</b>.\n\n<div>\nUn texte.\n</div>\n");

  CHECK(converted.body.html == "<p>Un mot gras.</p>\n<p>Un texte.</p>\n");
  REQUIRE(converted.found.all().size() == 2);
  CHECK(converted.found.all()[0].rule == Rule::raw_html);
  CHECK(converted.found.all()[0].args.at(0).fr == "2");
  CHECK(converted.found.all()[1].args.at(0).fr == "2");
}

TEST_CASE("markdown: comments go without a word, scripts with one") {
  const Converted converted =
      convert("A <!-- rien --> b <script>x *y* z</script>c.\n\n<script>x</script>\n\n<!-- a -->\n");

  CHECK(converted.body.html == "<p>A  b c.</p>\n");
  CHECK(converted.found.all().size() == 2);
}

TEST_CASE("markdown: tags that part words leave them parted") {
  CHECK(convert("Rue X<br>21000 Dijon").body.html == "<p>Rue X<br />\n21000 Dijon</p>\n");
  CHECK(convert("Rue X<br>\n21000<br/>").body.html == "<p>Rue X<br />\n21000</p>\n");
  CHECK(convert("un<p>deux</p></td><td>*trois*").body.html ==
        "<p>un<br />\ndeux<br />\n<em>trois</em></p>\n");
  CHECK(convert("<table><tr><td>Rue X<br>21000</td></tr></table>").body.html ==
        "<p>Rue X<br />\n21000</p>\n");
  CHECK(convert("pain<b>s</b>").body.html == "<p>pains</p>\n");
}

TEST_CASE("markdown: a block of HTML is read as the Markdown that it would be without tags") {
  const Converted converted = convert(
      "- a\n\n  <div>\n  **b** &amp; [c](d.md) {{chiffre x}}\n  </div>\n\n<center>\n## "
      "E\n</center>\n");

  CHECK(converted.body.html.find("<strong>b</strong> &amp; <a href=\"d.md\">c</a>") !=
        std::string::npos);
  CHECK(converted.body.html.find("&lt;chiffre x&gt;") != std::string::npos);
  CHECK(converted.body.anchors == std::vector<std::string>{"e"});
  CHECK(converted.destinations == std::vector<std::string>{"d.md"});
}

TEST_CASE("markdown: no HTML comes out, however it is cut") {
  for (const char* text :
       {"<div>\n<<b>script>x</script>\n</div>", "<div>\n\\<<b>img src=x>\n</div>",
        "<p>&lt;img src=x&gt;</p>", "<div>`<b>`</div>", "a<<b>img src=x>"}) {
    INFO(text);
    const std::string html = convert(text).body.html;
    CHECK(html.find("<script") == std::string::npos);
    CHECK(html.find("<img") == std::string::npos);
  }
}

TEST_CASE("markdown: words that go with a tag or with what nothing closes are an error") {
  for (const char* text : {"Un <img src=\"a.jpg\" alt=\"four\"> ici.", "<img alt=\"Le four\">",
                           "<!-- à relire\n\nLe reste.", "<script>\n\nLe reste."}) {
    INFO(text);
    CHECK(convert(text).found.has_errors());
  }
  CHECK_FALSE(convert("<script>x()</script>\n\n<img src=\"a.jpg\" alt=\"\">\n").found.has_errors());
}

TEST_CASE("markdown: deep nesting inside HTML is refused like any other") {
  CHECK(convert("<div>\n<b>" + std::string(200, '>') + " a\n</div>").found.has_errors());
}

TEST_CASE("markdown: dangerous schemes are refused however they are written") {
  for (const char* link : {"[x](javascript:a)", "[x](JavaScript:a)", "[x](java&#115;cript:a)",
                           "<vbscript:a>", "[x](file:///etc)", "[x]\n\n[x]: javascript:a"}) {
    INFO(link);
    const Converted converted = convert(link);
    CHECK(converted.found.has_errors());
    CHECK(converted.body.html.find("href") == std::string::npos);
  }
}

TEST_CASE("markdown: links are rewritten, unwrapped or kept") {
  CHECK(convert("[a *b*](x.md)", {LinkTarget::Form::rewrite, "/x/"}).body.html ==
        "<p><a href=\"/x/\">a <em>b</em></a></p>\n");
  CHECK(convert("[a *b*](x.md)", {LinkTarget::Form::unwrap, ""}).body.html ==
        "<p>a <em>b</em></p>\n");
  CHECK(convert("[a](https://x.fr) [b](mailto:a@x.fr)").destinations.empty());
}

TEST_CASE("markdown: images are replaced, with their alternative in plain text") {
  const Converted converted = convert("Un ![mur *peint*](mur.jpg \"Le mur\") ici.");

  CHECK(converted.body.html == "<p>Un <image mur peint> ici.</p>\n");
  CHECK(converted.destinations == std::vector<std::string>{"mur.jpg"});
}

TEST_CASE("markdown: a mistake in a link points at its destination") {
  const std::string text = "> - été [a](javascript:b)\n";

  const Converted converted = convert(text);

  CHECK(converted.found.all()[0].span.offset == text.find("javascript"));
}

TEST_CASE("markdown: the first paragraph is plain text") {
  CHECK(convert("## Titre\n\nUn **mot**\net `code` [lien](x).\n").body.first_paragraph ==
        "Un mot et code lien.");
}

TEST_CASE("markdown: a skipped level is a warning") {
  CHECK(convert("## A\n\n#### B\n").found.count(Severity::warning) == 1);
  CHECK(convert("### A\n").found.all().empty());
  CHECK(convert("## A\n\n### B\n\n## C\n").found.all().empty());
}

TEST_CASE("markdown: what makes cmark quadratic is refused before it is parsed") {
  std::string images;
  for (int i = 0; i < 25000; ++i) images += "![[]()";
  std::string lists;
  for (int i = 0; i < 15000; ++i) lists += "- ";
  const std::string quotes = std::string(25000, '>') + "a*";

  std::string links;
  for (int i = 0; i < 25000; ++i) links += "[[]()";
  std::string headings;
  for (int i = 0; i < 9000; ++i) headings += "## a\n\n";

  CHECK(convert(headings).body.anchors.back() == "a-9000");
  CHECK(convert(links).found.all()[0].rule == Rule::too_many_images);
  CHECK(convert(images).found.all()[0].rule == Rule::too_many_images);
  CHECK(convert(lists + std::string(15000, '\n')).found.all()[0].rule == Rule::nesting_too_deep);
  CHECK(convert(quotes).found.all()[0].rule == Rule::nesting_too_deep);
}

TEST_CASE("markdown: emphasis nested a hundred thousand times is survived") {
  const std::string stars(100'000, '*');
  const std::string fewer(19'000, '*');
  CHECK_FALSE(convert("## " + fewer + "a" + fewer + "\n").found.has_errors());

  const Diagnostics found = convert("## " + stars + "a" + stars + "\n").found;
  REQUIRE(found.all().size() == 1);
  CHECK(found.all().front().rule == Rule::too_many_elements);
}

TEST_CASE("markdown: a character reference cannot smuggle in a control character") {
  CHECK(convert("Un &#29; deux.\n").found.all()[0].rule == Rule::control_character);
  CHECK(convert("`a`\n").found.all().empty());
}

TEST_CASE("markdown: bullets followed by tabs are containers too") {
  std::string lists;
  for (int i = 0; i < 10000; ++i) lists += "-\t";

  CHECK(convert(lists + "a\n").found.all()[0].rule == Rule::nesting_too_deep);
}

TEST_CASE("markdown: ordinary nesting and code are fine") {
  CHECK(convert("> > - - 1. x\n\n    " + std::string(60, ' ') + "code\n").found.all().empty());
  CHECK(convert("").body.html.empty());
}

TEST_CASE("markdown: shortcuts are replaced in text, but not in code") {
  const Converted converted = convert(
      "Voici *{{chiffre a}}*, `{{chiffre b}}` et {{chiffre c}}.\n\n"
      "    {{chiffre d}}\n");

  CHECK(
      converted.body.html ==
      "<p>Voici <em>&lt;chiffre a&gt;</em>, <code>{{chiffre b}}</code> et &lt;chiffre c&gt;.</p>\n"
      "<pre><code>{{chiffre d}}\n</code></pre>\n");
  CHECK(converted.body.first_paragraph == "Voici <chiffre a>, {{chiffre b}} et <chiffre c>.");
}

TEST_CASE("markdown: passages are the paragraphs and headings as written, without code") {
  const Converted converted = convert("# Titre *un*\n\n- 12 `x` personnes\n  {{y}}\n");

  REQUIRE(converted.body.passages.size() == 2);
  CHECK(converted.body.passages[0].text == "Titre un");
  CHECK(converted.body.passages[1].text == "12  personnes {{y}}");
  CHECK(converted.body.passages[1].span.offset == 16);
  CHECK(converted.body.passages[1].context == "Titre un");
}

TEST_CASE("markdown: a passage of a list knows the heading above and what leads into the list") {
  const Converted converted = convert("## Bilan\n\nEn 2024 :\n\n- un\n- deux\n");

  REQUIRE(converted.body.passages.size() == 4);
  CHECK(converted.body.passages[3].context == "Bilan. En 2024 :");
}

TEST_CASE("markdown: typography crosses inline tags, and leaves code, links and names alone") {
  const auto html = [](const std::string& text) { return convert(text).body.html; };

  CHECK(html("*Bravo* !") == "<p><em>Bravo</em>\u202F!</p>\n");
  CHECK(html("« *La Boucle* »") == "<p>«\u202F<em>La Boucle</em>\u202F»</p>\n");
  CHECK(html("l'**Écrin**") == "<p>l’<strong>Écrin</strong></p>\n");
  CHECK(html("Le 1 mars, 2ème fois") == "<p>Le 1<sup>er</sup>\u00A0mars, 2<sup>e</sup> fois</p>\n");
  CHECK(html("`a ! b'c` ?") == "<p><code>a ! b'c</code>\u202F?</p>\n");
  CHECK(html("[x](https://a.fr/b?c) :") == "<p><a href=\"https://a.fr/b?c\">x</a>\u00A0:</p>\n");
  CHECK(html("avec 3ème élément !") == "<p>avec 3ème élément\u202F!</p>\n");
  CHECK(html("<b>Oui</b> !") == "<p>Oui\u202F!</p>\n");
}

TEST_CASE("markdown: words in another language are marked, and set as they are written") {
  const Body body =
      convert("# {{langue en Open space}} : l'été\n\nUn {{langue en \"fab lab\"!}} ?\n").body;

  CHECK(body.html ==
        "<h2 id=\"open-space-l-ete\">\n<span lang=\"en\">Open space</span>\u00A0: l’été\n</h2>\n"
        "<p>Un <span lang=\"en\">&quot;fab lab&quot;!</span>\u202F?</p>\n");
  CHECK(convert("{{langue xx-nul mot}}").body.html.find("langue xx-nul mot") != std::string::npos);
}

TEST_CASE("markdown: ids, summaries and claims keep the words of the author") {
  const Body body = convert("# L'été : 2ème partie\n\nL'école !\n").body;

  CHECK(body.anchors == std::vector<std::string>{"l-ete-2eme-partie"});
  CHECK(body.first_paragraph == "L'école !");
  CHECK(body.passages.back().text == "L'école !");
}

TEST_CASE("markdown: what typography does not dare is advice, at the word") {
  const std::string text = "Un projet.\n\nPuis *Economie* \"seule.\n";
  const Converted converted = convert(text);

  REQUIRE(converted.found.all().size() == 2);
  const Diagnostic& capital = converted.found.all().front();
  CHECK(capital.rule == Rule::unaccented_capital);
  CHECK(text.substr(capital.span.offset, capital.span.length) == "Economie");
  CHECK(converted.found.all().back().rule == Rule::odd_quote);
  CHECK_FALSE(converted.found.has_warnings());
}

}  // namespace pes::test
