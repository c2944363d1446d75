#include "publish/compression.h"

#include <doctest/doctest.h>

#include <algorithm>

namespace pes::test {

TEST_CASE("compression: texts get two copies, and nothing else does") {
  const std::string page(5000, 'a');
  std::vector<OutputFile> files = {
      {"index.html", page, {}}, {"medias/a.png", page, {}}, {"robots.txt", "x", {}}};

  add_compressed_copies(files, Workers(2));

  std::vector<std::string> paths;
  for (const OutputFile& file : files) paths.push_back(file.path);
  CHECK(paths == std::vector<std::string>{"index.html", "medias/a.png", "robots.txt",
                                          "index.html.gz", "index.html.br"});
  CHECK(files[3].bytes.starts_with("\x1F\x8B"));
  CHECK(std::all_of(files.begin() + 3, files.end(),
                    [](const OutputFile& file) { return file.bytes.size() < 100; }));
}

TEST_CASE("compression: the same bytes give the same copies") {
  std::vector<OutputFile> once = {{"a.html", std::string(3000, 'b'), {}}};
  std::vector<OutputFile> twice = once;

  add_compressed_copies(once, Workers(1));
  add_compressed_copies(twice, Workers(2));

  REQUIRE(once.size() == twice.size());
  for (std::size_t i = 0; i < once.size(); ++i) CHECK(once[i].bytes == twice[i].bytes);
}

}  // namespace pes::test
