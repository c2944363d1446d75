#include "publish/build_state.h"

#include <doctest/doctest.h>

#include "publish/workplace.h"
#include "support/files.h"

namespace pes::test {

namespace fs = std::filesystem;

TEST_CASE("build state: comes back as it was written, and not at all when damaged") {
  const TemporaryFolder folder;
  const fs::path output = folder.path() / "public";
  CHECK_FALSE(read_build_state(output));
  write_build_state(output, {"a", "b\n12 c", "", "é\n"});

  const auto state = read_build_state(output);
  REQUIRE(state);
  CHECK(state->made_from == "a");
  CHECK(state->output == "b\n12 c");
  CHECK(state->report.empty());
  CHECK(state->summary == "é\n");

  const std::string whole = read(Workplace(output).state);
  for (std::size_t length = 0; length < whole.size(); ++length) {
    write(Workplace(output).state, whole.substr(0, length));
    CHECK_FALSE(read_build_state(output));
  }
  for (std::size_t i = 0; i < whole.size(); ++i) {
    std::string damaged = whole;
    damaged[i] = damaged[i] == '9' ? 'x' : '9';
    write(Workplace(output).state, damaged);
    CHECK_FALSE(read_build_state(output));
  }
  write(Workplace(output).state, "99999999999999999999 x\n");
  CHECK_FALSE(read_build_state(output));
}

TEST_CASE("build state: the digest of sources sees bytes, names and circumstances") {
  const TemporaryFolder folder;
  write(folder.path() / "a/x.md", "1");
  write(folder.path() / "b/y.md", "2");
  const std::vector<fs::path> folders = {folder.path() / "a", folder.path() / "b",
                                         folder.path() / "absent"};
  const auto digest = [&](const char* circumstances = "") {
    return digest_of_sources(folders, circumstances, Workers(2));
  };
  const std::string before = digest();

  CHECK(digest() == before);
  CHECK(digest("x") != before);
  write(folder.path() / "b/y.md", "3");
  CHECK(digest() != before);
  write(folder.path() / "b/y.md", "2");
  CHECK(digest() == before);
  fs::rename(folder.path() / "b/y.md", folder.path() / "b/z.md");
  CHECK(digest() != before);
  fs::rename(folder.path() / "b/z.md", folder.path() / "b/y.md");
  fs::create_symlink("y.md", folder.path() / "b/z.md");
  CHECK(digest() != before);
}

TEST_CASE("build state: the digest of the output sees what was touched") {
  const TemporaryFolder folder;
  write(folder.path() / "a/x.html", "1");
  const std::string before = digest_of_output(folder.path(), Workers(2));

  CHECK(digest_of_output(folder.path(), Workers(2)) == before);
  fs::last_write_time(folder.path() / "a/x.html",
                      fs::file_time_type::clock::now() + std::chrono::hours(1));
  const std::string touched = digest_of_output(folder.path(), Workers(2));
  CHECK(touched != before);
  write(folder.path() / "b.html", "");
  CHECK(digest_of_output(folder.path(), Workers(2)) != touched);
  CHECK(digest_of_output(folder.path(), {"b.html", "a/x.html"}, Workers(2)) ==
        digest_of_output(folder.path() / "", Workers(1)));
  CHECK(digest_of_output(folder.path(), {"a/x.html"}, Workers(2)) !=
        digest_of_output(folder.path(), Workers(2)));
}

}  // namespace pes::test
