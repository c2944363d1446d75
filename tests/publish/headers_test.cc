#include "publish/headers.h"

#include <doctest/doctest.h>

#include "support/files.h"

namespace pes::test {

namespace {

bool readme_has(const std::string& block) {
  return read(repository() / "README.md").find("\n" + block + "```\n") != std::string::npos;
}

}  // namespace

TEST_CASE("headers: README has those of this version, for nginx and for Apache") {
  const BaseUrl base = parse_base_url("https://exemple.org/");

  CHECK(readme_has(nginx_headers(base)));
  CHECK(readme_has(apache_headers(base)));
}

TEST_CASE("headers: below the path of the site, and no promise of HTTPS without it") {
  Site site;
  site.base = parse_base_url("http://x.fr/sous");

  const std::string text = headers_file(site).bytes;

  CHECK(text.starts_with("/sous/*\n  Content-Security-Policy: default-src 'none';"));
  CHECK(text.find("/sous/medias/*\n  Cache-Control: public, max-age=31536000, immutable\n") !=
        std::string::npos);
  CHECK(text.find("Strict-Transport-Security") == std::string::npos);
}

TEST_CASE("headers: everything has a policy, pages the strict one, the editor its own") {
  const Object fields = {{"forge", {}, {std::string("gitlab"), {}}},
                         {"adresse", {}, {std::string("https://framagit.org/"), {}}}};
  const Value editing{fields, {}};
  Site site;
  site.base = parse_base_url("https://exemple.org/");
  site.editing = &editing;
  for (const char* address : {"/", "/projets/", "/projets/un/", "/404.html"}) {
    Page page;
    page.address = address;
    site.pages.push_back(page);
  }

  const std::string text = headers_file(site).bytes;

  const std::string usual = "  Content-Security-Policy: default-src 'none'; img-src 'self';";
  const std::string wide = "connect-src 'self' blob: data: https://framagit.org;";
  CHECK(text.starts_with("/*\n  Content-Security-Policy: default-src 'none'; script-src 'self' '"));
  CHECK(text.find(wide) < text.find("\n/\n"));
  CHECK(text.find("\n/\n" + usual) != std::string::npos);
  CHECK(text.find("\n/404.html\n" + usual) != std::string::npos);
  CHECK(text.find("\n/projets/*\n" + usual) != std::string::npos);
  CHECK(text.find("\n/projets/un") == std::string::npos);
  // Two of these for one address would be none.
  CHECK(text.substr(0, text.find("\n/\n")).find("Cross-Origin-Opener-Policy") == std::string::npos);
  CHECK(text.find("\n/admin/*\n  Cross-Origin-Opener-Policy: same-origin-allow-popups\n") !=
        std::string::npos);
}

}  // namespace pes::test
