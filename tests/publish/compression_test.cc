#include "publish/compression.h"

#include <doctest/doctest.h>

#include <algorithm>

namespace pes::test {

TEST_CASE("compression: texts get two copies, and nothing else does") {
  const std::string page(5000, 'a');
  const std::vector<OutputFile> files = {
      {"index.html", page, {}}, {"medias/a.png", page, {}}, {"robots.txt", "x", {}}};

  const std::vector<OutputFile> copies = compressed_copies(files, Workers(2));

  std::vector<std::string> paths;
  for (const OutputFile& file : copies) paths.push_back(file.path);
  CHECK(paths == std::vector<std::string>{"index.html.gz", "index.html.br"});
  CHECK(copies[0].bytes.starts_with("\x1F\x8B"));
  CHECK(std::all_of(copies.begin(), copies.end(),
                    [](const OutputFile& file) { return file.bytes.size() < 100; }));
}

TEST_CASE("compression: the same bytes give the same copies") {
  const std::vector<OutputFile> files = {{"a.html", std::string(3000, 'b'), {}}};

  const std::vector<OutputFile> once = compressed_copies(files, Workers(1));
  const std::vector<OutputFile> twice = compressed_copies(files, Workers(2));

  REQUIRE(once.size() == twice.size());
  for (std::size_t i = 0; i < once.size(); ++i) CHECK(once[i].bytes == twice[i].bytes);
}

}  // namespace pes::test
