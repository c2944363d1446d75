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

}  // namespace pes::test
