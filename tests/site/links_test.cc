#include "site/links.h"

#include <doctest/doctest.h>

#include "support/records.h"

namespace pes::test {

namespace {

// Two projects and a page in memory, with a body for the first.
struct Book {
  SourceFiles files;
  std::vector<Record> records;
  std::vector<Decision> decisions{3};
  std::vector<std::string> media = {"été.jpg"};
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
  }

  LinkedBody convert() {
    const LinkBook book(records, decisions, media, files, parse_base_url("https://x.fr/sous"));
    return book.convert(records[0], ShortcutBook({}, {}), found);
  }
};

}  // namespace

TEST_CASE("links: files of content/ become addresses under the base") {
  Book book(
      "[b](b.md#ici) [c](../pages/c.md) ![été](../medias/été.jpg) [m](/medias/%C3%A9t%C3%A9.jpg)");

  const LinkedBody body = book.convert();

  CHECK(book.found.all().empty());
  CHECK(body.body.html.find("href=\"/sous/projets/b/#ici\"") != std::string::npos);
  CHECK(body.body.html.find("href=\"/sous/c/\"") != std::string::npos);
  CHECK(body.body.html.find("src=\"/sous/medias/%C3%A9t%C3%A9.jpg\"") != std::string::npos);
  CHECK(body.media == std::vector<std::string>{"été.jpg", "été.jpg"});
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

TEST_CASE("links: addresses and anchors are checked once all pages are known") {
  Diagnostics found;

  check_links(std::vector<LinkUse>{{"/a/", "x", {}}, {"/a/", "y", {}}, {"/b/", "", {}}},
              {{"/a/", {"x"}}}, found);

  CHECK(rules_of(found) == std::vector{Rule::broken_anchor, Rule::unknown_address});
}

}  // namespace pes::test
