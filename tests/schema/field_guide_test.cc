#include "schema/field_guide.h"

#include <doctest/doctest.h>

#include "support/files.h"

namespace pes::test {

TEST_CASE("guide: the reference in content/README.md is that of this version") {
  const std::string guide = read(repository() / "content/README.md");
  const std::string begin = "<!-- pes schema guide -->\n\n";
  const std::string end = "\n<!-- fin -->\n";
  const std::size_t from = guide.find(begin);
  const std::size_t to = guide.find(end);
  REQUIRE(from != std::string::npos);
  REQUIRE(to != std::string::npos);

  INFO("« make guide » writes it anew");
  CHECK(guide.substr(from + begin.size(), to - from - begin.size()) == field_guide());
}

}  // namespace pes::test
