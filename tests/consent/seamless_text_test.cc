#include "consent/seamless_text.h"

#include <doctest/doctest.h>

#include "consent/name_search.h"

namespace pes::test {

namespace {

std::vector<NameMatch> find(const std::string& text, Reading reading) {
  NameSearch search;
  for (const PersonName& person : people_of("Ada Exemple")) search.forbid(person, 0);
  return search.find(text, reading);
}

void check_found(Reading reading, const std::vector<std::string>& texts) {
  for (const std::string& text : texts) {
    INFO(text);
    CHECK(find(text, reading) == std::vector<NameMatch>{{0, 0, text.size()}});
  }
}

}  // namespace

TEST_CASE("seams: words that a line end cuts behind a hyphen or a backslash") {
  check_found(Reading::text,
              {"Ada Exem-\nple", "Ada Exem\u2010\nple", "Ada Exem\u2011\n ple",
               "Ada Exem\u00AD\nple", "Ada Exem&shy;\r\nple", "Ada Exem- \n\n> ple",
               "A-\nda Exem-\nple", "Ada Exem\\\nple", "Ada Exem\\\r\nple", "Ada Exem-\\nple",
               "Ada Exem\\u00ad\\r\\nple", "Ada &#69;xe&#x6D;-\n&#112;le"});
  check_found(Reading::markup, {"Ada Exem-<br>ple", "Ada Exem&shy;<br />\nple"});
}

TEST_CASE("seams: sections of CDATA, instructions and what stands beside a line") {
  check_found(Reading::markup, {"Ada <![CDATA[Exem]]><![CDATA[ple", "Ada Exem<![CDATA[ple",
                                "Ada Exem<![CDATA[]]>ple", "Ada Exem<?x y?>ple", "Ada Exem<!x>ple",
                                "Ada<rt>a d a e x e m</rt></ruby> Exemple",
                                "Ada Exem<rp>(</rp><rt>x y z</rt><rp>)</rp>ple",
                                "Ada Exem<RT class=a>x</ruby>ple", "Ada Exem<rt>x<rt>y</rt>ple"});
}

TEST_CASE("seams: words that nothing cuts stay apart") {
  for (const char* text : {"Ada Exem\nple", "Ada Exem -\nple", "Ada Exem-\n- ple"}) {
    CHECK(find(text, Reading::text).empty());
  }
  CHECK_FALSE(without_seams("- un\n- deux –\ntrois", Reading::text));
  CHECK_FALSE(without_seams("<p>a<br>b</p>\n<!-- x -->", Reading::markup));
}

TEST_CASE("seams: what is found stands where it does in the text") {
  const std::string text = "L’été, A-\nda Exem-\r\nple et Ada Exemple.";
  const std::vector<NameMatch> found = find(text, Reading::text);

  REQUIRE(found.size() == 2);
  CHECK(text.substr(found[0].begin, found[0].end - found[0].begin) == "A-\nda Exem-\r\nple");
  CHECK(text.substr(found[1].begin, found[1].end - found[1].begin) == "Ada Exemple");
}

}  // namespace pes::test
