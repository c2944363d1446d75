#include "publish/build_state.h"

#include <doctest/doctest.h>

#include <thread>

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

  const fs::path file = folder.path() / ".public.pes-state";
  const std::string whole = read(file);
  for (std::size_t length = 0; length < whole.size(); ++length) {
    write(file, whole.substr(0, length));
    CHECK_FALSE(read_build_state(output));
  }
  for (std::size_t i = 0; i < whole.size(); ++i) {
    std::string damaged = whole;
    damaged[i] = damaged[i] == '9' ? 'x' : '9';
    write(file, damaged);
    CHECK_FALSE(read_build_state(output));
  }
  write(file, "99999999999999999999 x\n");
  CHECK_FALSE(read_build_state(output));
}

TEST_CASE("build state: the digest of sources sees bytes, names and circumstances") {
  const TemporaryFolder folder;
  write(folder.path() / "a/x.md", "1");
  write(folder.path() / "b/y.md", "2");
  const std::vector<fs::path> folders = {folder.path() / "a", folder.path() / "b",
                                         folder.path() / "absent"};
  const auto digest = [&](const char* circumstances = "") {
    return digest_of_sources(folders, circumstances, Workers(2)).bytes;
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

TEST_CASE("build state: an edit shows in the times of the sources, even one that was undone") {
  const TemporaryFolder folder;
  write(folder.path() / "a/x.md", "1");
  const std::vector<fs::path> folders = {folder.path() / "a", folder.path() / "absent"};
  const SourceDigest before = digest_of_sources(folders, "", Workers(2));
  CHECK(times_of_sources(folders, Workers(2)) == before.times);

  const auto time = fs::last_write_time(folder.path() / "a/x.md");
  std::this_thread::sleep_for(std::chrono::milliseconds(20));
  write(folder.path() / "a/x.md", "2");
  write(folder.path() / "a/x.md", "1");
  fs::last_write_time(folder.path() / "a/x.md", time);

  CHECK(digest_of_sources(folders, "", Workers(2)).bytes == before.bytes);
  CHECK(times_of_sources(folders, Workers(2)) != before.times);
}

TEST_CASE("build state: neither its file nor its draft is written through a link") {
  const TemporaryFolder folder;
  write(folder.path() / "victime", "intact");
  for (const char* name : {".public.pes-state.new", ".public.pes-state"}) {
    fs::create_symlink("victime", folder.path() / name);
  }
  CHECK_FALSE(read_build_state(folder.path() / "public"));

  write_build_state(folder.path() / "public", {"a", "b", "c", "d"});

  CHECK(read(folder.path() / "victime") == "intact");
  CHECK_FALSE(fs::is_symlink(folder.path() / ".public.pes-state"));
  CHECK(read_build_state(folder.path() / "public"));
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
  const fs::file_time_type time = fs::last_write_time(folder.path() / "a/x.html");
  write(folder.path() / "a/x.html", "2");
  fs::last_write_time(folder.path() / "a/x.html", time);
  const std::string overwritten = digest_of_output(folder.path(), Workers(2));
  CHECK(overwritten != touched);
  write(folder.path() / "b.html", "");
  CHECK(digest_of_output(folder.path(), Workers(2)) != overwritten);
  const std::string with_file = digest_of_output(folder.path(), Workers(1));
  fs::create_directory(folder.path() / "vide");
  CHECK(digest_of_output(folder.path(), Workers(2)) != with_file);
  CHECK(digest_of_output(folder.path() / "absent", Workers(2)).empty());
}

}  // namespace pes::test
