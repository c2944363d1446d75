#include "records/files.h"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <algorithm>

#include "disk/paths.h"
#include "support/files.h"

namespace pes::test {

namespace {

struct Reading {
  SourceFiles files;
  Diagnostics found;
  RecordFile record;
};

Reading read_bytes_as_file(std::string_view bytes) {
  const TemporaryFolder folder;
  write(folder.path() / "a.md", bytes);
  Reading reading;
  reading.record = read_text_file(folder.path(), "a.md", reading.files, reading.found);
  return reading;
}

}  // namespace

TEST_CASE("files: a byte-order mark, CRLF and decomposed accents are normalised") {
  const Reading reading = read_bytes_as_file("\xEF\xBB\xBFun\r\ndeux\rtrois e\xCC\x81\r\n");

  CHECK(reading.record.readable);
  CHECK(reading.files[0].text == "un\ndeux\ntrois é\n");
}

TEST_CASE("files: what is not UTF-8 is shown legibly and not trusted") {
  const Reading reading = read_bytes_as_file("un \xE9t\xE9\n");

  CHECK_FALSE(reading.record.readable);
  REQUIRE(reading.found.all().size() == 1);
  CHECK(reading.found.all()[0].span.offset == 3);
  CHECK(reading.files[0].text == "un \uFFFDt\uFFFD\n");
}

TEST_CASE("files: UTF-16 is recognised as not being UTF-8") {
  CHECK(read_bytes_as_file(std::string_view("\xFF\xFE-\0-\0", 6)).found.has_errors());
}

TEST_CASE("files: a file of exactly one mebibyte is read, one byte more is not") {
  CHECK(read_bytes_as_file(std::string(std::size_t{1} << 20U, 'a')).record.readable);
  CHECK_FALSE(read_bytes_as_file(std::string((std::size_t{1} << 20U) + 1, 'a')).record.readable);
}

TEST_CASE("files: links, pipes and folders are no records") {
  const TemporaryFolder folder;
  write(folder.path() / "content/a.md", "x");
  std::filesystem::create_symlink(folder.path() / "content/a.md",
                                  folder.path() / "content/site.yml");
  std::filesystem::create_directories(folder.path() / "content/accueil.md");
  std::filesystem::create_directory_symlink(folder.path(), folder.path() / "content/pages");
  std::filesystem::create_directory_symlink(folder.path(), folder.path() / "content/medias");
  REQUIRE(::mkfifo((folder.path() / "tuyau").c_str(), 0600) == 0);
  SourceFiles files;
  Diagnostics found;

  const ContentFiles content = read_content(folder.path(), {}, Workers(2), files, found);
  CHECK_FALSE(read_text_file(folder.path(), "tuyau", files, found).readable);

  CHECK(content.media.empty());
  CHECK(std::count_if(found.all().begin(), found.all().end(),
                      [](const Diagnostic& d) { return d.rule == Rule::symbolic_link; }) == 3);
}

TEST_CASE("files: a file that cannot be read is named") {
  try {
    read_bytes("/nulle/part.md");
    FAIL("no exception");
  } catch (const std::system_error& error) {
    CHECK(std::string(error.what()).find("/nulle/part.md") != std::string::npos);
  }
}

TEST_CASE("files: a folder is listed in byte order, hidden names left out") {
  const TemporaryFolder folder;
  for (const char* name : {"b", "a", ".c", "é", "B"}) write(folder.path() / name, "");

  CHECK(list_directory(folder.path()) == std::vector<std::string>{"B", "a", "b", "é"});
  CHECK(list_directory(folder.path() / "absent").empty());
}

}  // namespace pes::test
