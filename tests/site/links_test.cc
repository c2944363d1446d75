#include "site/links.h"

#include <doctest/doctest.h>

#include "support/files.h"
#include "support/records.h"

namespace pes::test {

namespace {

// Two projects and a page in memory, with a body for the first.
struct Book {
  SourceFiles files;
  std::vector<Record> records;
  std::vector<Decision> decisions{3};
  std::vector<std::string> media = {"charte.pdf", "été.jpg"};
  std::set<std::string> withheld;
  TemporaryFolder folder;
  Diagnostics found;

  explicit Book(const std::string& body) {
    files = {{"content/projets/a.md", "---\n---\n" + body},
             {"content/projets/b.md", ""},
             {"content/pages/c.md", ""}};
    const std::string fields = "titre: T\ndispositif: d\n";
    records = {make_record("projet", "a", fields), make_record("projet", "b", fields),
               make_record("page", "c", "titre: T\n")};
    for (FileId i = 0; i < 3; ++i) records[i].file = i;
    records[0].body_begin = 8;
    write(folder.path() / "content/medias/charte.pdf", "%PDF-1.7");
    write(folder.path() / "content/medias/été.jpg",
          read(repository() / "tests/images/fichiers/photo.jpg"));
  }

  LinkedBody convert() {
    const ImageBook images(folder.path(), media);
    const LinkBook book(records, decisions, media, files, {images, {{48}, "50vw", {}}, withheld},
                        parse_base_url("https://x.fr/sous"));
    return book.convert(records[0], decisions[0], ShortcutBook({}, {}), Typography(), found);
  }
};

}  // namespace

TEST_CASE("links: files of content/ become addresses under the base") {
  Book book("[b](b.md#ici) [c](../pages/c.md) [m](../medias/charte.pdf) [n](/medias/charte.pdf)");

  const LinkedBody body = book.convert();

  CHECK(book.found.all().empty());
  CHECK(body.body.html.find("href=\"/sous/projets/b/#ici\"") != std::string::npos);
  CHECK(body.body.html.find("href=\"/sous/c/\"") != std::string::npos);
  CHECK(body.body.html.find("href=\"/sous/medias/charte.pdf\"") != std::string::npos);
  CHECK(body.media == std::vector<std::string>{"charte.pdf", "charte.pdf"});
  REQUIRE(body.links.size() == 2);
  CHECK(body.links[0].anchor == "ici");
}

TEST_CASE("links: what leads nowhere or outside is an error") {
  for (const char* link : {"[x](d.md)", "[x](../../../etc/passwd)", "[x](../medias/absent.jpg)",
                           "[x](//exemple.org)", "[x](../site.yml)", "[x](b)"}) {
    INFO(link);
    Book book(link);
    book.convert();
    CHECK(rules_of(book.found) == std::vector{Rule::broken_link});
  }
}

TEST_CASE("links: a link to what is not published loses its link, not its text") {
  Book book("[le b](b.md) et [lui](/projets/b/)");
  book.decisions[1].reason = Reason::withdrawn;

  const LinkedBody body = book.convert();

  CHECK(body.body.html == "<p>le b et lui</p>\n");
  CHECK(rules_of(book.found) == std::vector{Rule::link_to_hidden, Rule::link_to_hidden});
}

TEST_CASE("links: a picture becomes its derivatives, shown or linked") {
  Book book("![Un mur d'été](../medias/été.jpg) [la photo](/medias/%C3%A9t%C3%A9.jpg)");

  const LinkedBody body = book.convert();

  CHECK(book.found.all().empty());
  CHECK(body.media.empty());
  REQUIRE(body.images.size() == 2);
  const std::string name = body.images[0].images.files[0].path;
  CHECK(occurrences(body.body.html, "/sous/" + name) == 3);
  CHECK(body.body.html.find("sizes=\"50vw\"") != std::string::npos);
  CHECK(body.body.html.find("width=\"48\" height=\"32\" alt=\"Un mur d&#39;été\"") !=
        std::string::npos);
  CHECK(body.body.html.find("loading=\"lazy\"") != std::string::npos);
  CHECK(body.body.html.find("été.jpg") == std::string::npos);
}

TEST_CASE("links: a picture that nobody may publish is left out, with a warning") {
  for (const bool withheld : {true, false}) {
    Book book("Ici ![Un mur d'été](../medias/été.jpg) et [là](../medias/été.jpg).");
    if (withheld) book.withheld = {"été.jpg"};
    if (!withheld) book.decisions[0].images = false;

    const LinkedBody body = book.convert();

    CHECK(body.body.html == "<p>Ici  et là.</p>\n");
    CHECK(body.images.empty());
    CHECK(rules_of(book.found) == std::vector{Rule::hidden_photo, Rule::hidden_photo});
  }
}

TEST_CASE("links: pictures from elsewhere, without words, or that are none, are errors") {
  const auto rules = [](const char* text) {
    Book book(text);
    book.convert();
    return rules_of(book.found);
  };

  CHECK(rules("![Un mur](https://exemple.org/a.jpg)") == std::vector{Rule::external_image});
  CHECK(rules("![Un mur](//exemple.org/a.jpg)") == std::vector{Rule::external_image});
  CHECK(rules("![Un mur](data:image/png;base64,A)") == std::vector{Rule::external_image});
  CHECK(rules("![](../medias/été.jpg)") == std::vector{Rule::poor_alternative});
  CHECK(rules("![été](../medias/été.jpg)") == std::vector{Rule::poor_alternative});
  CHECK(rules("![Une charte](../medias/charte.pdf)") == std::vector{Rule::image_format});
  CHECK(rules("![Un mur](../medias/absent.jpg)") == std::vector{Rule::broken_link});
}

TEST_CASE("links: addresses and anchors are checked once all pages are known") {
  Diagnostics found;

  check_links(std::vector<LinkUse>{{"/a/", "x", {}}, {"/a/", "y", {}}, {"/b/", "", {}}},
              {{"/a/", {"x"}}}, found);

  CHECK(rules_of(found) == std::vector{Rule::broken_anchor, Rule::unknown_address});
}

}  // namespace pes::test
