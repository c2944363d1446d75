#include "support/sites.h"

#include <doctest/doctest.h>

#include <filesystem>

#include "support/files.h"

namespace pes::test {
namespace {

namespace fs = std::filesystem;

const fs::path sites = repository() / "tests/sites";

void check_site(const fs::path& source, const std::string& name) {
  const Built built = build_site(source);

  CHECK_FALSE(built.found.has_errors());
  check_golden(sites / name / "attendu/rapport.txt", report_all(built, Language::fr));
  check_golden_tree(sites / name / "attendu/public", built.output);
}

}  // namespace

TEST_CASE("golden: the site of this repository") { check_site(repository(), "reel"); }

TEST_CASE("golden: a minimal site") { check_site(sites / "minimal", "minimal"); }

TEST_CASE("golden: a site with every field of every kind") {
  check_site(sites / "champs", "champs");
}

TEST_CASE("golden: a site under a sub-path, with lists of several pages") {
  check_site(sites / "sous-chemin", "sous-chemin");
}

TEST_CASE("sites: the same bytes from a copy made in another directory order") {
  const TemporaryFolder folder;
  const auto files = read_tree(sites / "champs/content");
  for (auto file = files.rbegin(); file != files.rend(); ++file) {
    write(folder.path() / "content" / file->first, file->second);
  }
  fs::copy(repository() / "themes", folder.path() / "themes", fs::copy_options::recursive);

  CHECK(build_site(folder.path()).output == build_site(sites / "champs").output);
}

}  // namespace pes::test
