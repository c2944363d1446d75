#include "inspect/page_address.h"

#include <doctest/doctest.h>

#include "inspect/css_references.h"

namespace pes::test {

namespace {

using Where = PageAddress::Where;

const BaseUrl root = parse_base_url("https://exemple.org/");
const BaseUrl below = parse_base_url("https://exemple.org/realisations/");

PageAddress from_project(std::string_view url, const BaseUrl& base = root) {
  return follow(url, "/projets/verger/", base);
}

}  // namespace

TEST_CASE("page address: relative and absolute paths") {
  CHECK(from_project("/style.css").path == "/style.css");
  CHECK(from_project("photo.jpg").path == "/projets/verger/photo.jpg");
  CHECK(from_project("../recyclerie/").path == "/projets/recyclerie/");
  CHECK(from_project("../../../x").path == "/x");
  CHECK(from_project("./").path == "/projets/verger/");
  CHECK(from_project("..").path == "/projets/");
  CHECK(from_project("").path == "/projets/verger/");
  CHECK(from_project("?page=2").path == "/projets/verger/");
  CHECK(from_project("/recherche/?q=a/../b").path == "/recherche/");
}

TEST_CASE("page address: percent-encoding and fragments") {
  CHECK(from_project("/medias/%C3%A9t%C3%A9.pdf").path == "/medias/été.pdf");
  CHECK(from_project("#_%C3%A9tapes").fragment == "_étapes");
  CHECK(from_project("/chiffres/#emplois").path == "/chiffres/");
  CHECK(from_project("/chiffres/#emplois").fragment == "emplois");
  CHECK(from_project("#").fragment.empty());
  CHECK(from_project("#top").fragment.empty());
  CHECK(from_project("#:~:text=verger").fragment.empty());
  CHECK(from_project("#a?b:c//d").fragment == "a?b:c//d");
}

TEST_CASE("page address: the site's own host, in any spelling") {
  CHECK(from_project("https://exemple.org/projets/").path == "/projets/");
  CHECK(from_project("HTTPS://EXEMPLE.org:443/projets/").path == "/projets/");
  CHECK(from_project("//exemple.org/projets/").path == "/projets/");
  CHECK(from_project("https://exemple.org").path == "/");
  CHECK(from_project("https://exemple.org?x").path == "/");
}

TEST_CASE("page address: other hosts, however they are disguised") {
  for (const char* url :
       {"https://ailleurs.org/x.js", "http://exemple.org/", "//ailleurs.org/x",
        "https://exemple.org.ailleurs.org/", "https://exemple.org@ailleurs.org/",
        "/\\ailleurs.org/x", "\\\\ailleurs.org", " https://ailleurs.org", "ht\ntps://ailleurs.org",
        "https:ailleurs.org", "https:///ailleurs.org", "https://exemple.org:8443/",
        "ftp://exemple.org/", "blob:https://x/1", "wss://ailleurs.org"}) {
    INFO(url);
    CHECK(from_project(url).where == Where::elsewhere);
  }
}

TEST_CASE("page address: what fetches nothing") {
  for (const char* url :
       {"mailto:a@exemple.org", "TEL:+33380000000", "data:image/png;base64,AA", "about:blank"}) {
    INFO(url);
    CHECK(from_project(url).where == Where::nowhere);
  }
}

TEST_CASE("page address: a site below a sub-path") {
  CHECK(from_project("/realisations/style.css", below).path == "/style.css");
  CHECK(from_project("/realisations", below).path == "/");
  CHECK(from_project("../", below).path == "/projets/");
  CHECK(from_project("https://exemple.org/realisations/x", below).path == "/x");
  CHECK(from_project("https://exemple.org/contact", below).where == Where::neighbour);
  const PageAddress forgotten = from_project("/style.css", below);
  CHECK(forgotten.where == Where::here);
  CHECK(forgotten.path == "///style.css");
  CHECK(from_project("/realisationsx/", below).path == "///realisationsx/");
}

TEST_CASE("page address: schemes") {
  CHECK(scheme_of("JavaScript:x") == "javascript");
  CHECK(scheme_of("java\nscript:x") == "javascript");
  CHECK(scheme_of("\x01 javascript:x") == "javascript");
  CHECK(scheme_of("/a:b").empty());
  CHECK(scheme_of("a/b:c").empty());
  CHECK(scheme_of("#a:b").empty());
  CHECK(scheme_of("").empty());
}

TEST_CASE("css: everything that may be fetched") {
  const auto found = css_references(
      "/* url(no.png) */ @namespace url(http://www.w3.org/1999/xhtml);\n"
      "@import 'a.css'; @import url(\"b.css\") print;\n"
      "a { background: URL( c.png ) } b { content: \"url(no)\"; src: url('d\\'e.woff2') }\n"
      "i { background: image-set(\"https://x.org/f.png\" 1x); content: \"//\" }");

  CHECK(found ==
        std::vector<std::string>{"a.css", "b.css", "c.png", "d'e.woff2", "https://x.org/f.png"});
}

TEST_CASE("css: a broken sheet ends") {
  CHECK(css_references("a { b: url(").size() == 1);
  CHECK(css_references("a { b: url(  ").size() == 1);
  CHECK(css_references("@import \"x").size() == 1);
  CHECK(css_references("/* url(x)").empty());
}

}  // namespace pes::test
