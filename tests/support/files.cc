#include "support/files.h"

#include <doctest/doctest.h>
#include <stdlib.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

namespace pes::test {

namespace fs = std::filesystem;

namespace {

bool writes_golden_files() {
  const char* mode = std::getenv("PES_GOLDEN");
  return mode != nullptr && std::string_view(mode) == "write";
}

}  // namespace

TemporaryFolder::TemporaryFolder() {
  std::string pattern = (fs::temp_directory_path() / "pes-test-XXXXXX").string();
  REQUIRE(::mkdtemp(pattern.data()) != nullptr);
  path_ = pattern;
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

std::size_t occurrences(const std::string& text, const std::string& part) {
  std::size_t number = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) {
    ++number;
  }
  return number;
}

std::string read(const fs::path& path) {
  std::ifstream stream(path, std::ios::binary);
  std::ostringstream text;
  text << stream.rdbuf();
  return text.str();
}

void write(const fs::path& path, std::string_view bytes) {
  fs::create_directories(path.parent_path());
  std::ofstream stream(path, std::ios::binary);
  stream.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  REQUIRE(stream.good());
}

std::map<std::string, std::string> read_tree(const fs::path& folder) {
  std::map<std::string, std::string> files;
  if (!fs::exists(folder)) return files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file()) continue;
    files[fs::relative(entry.path(), folder).generic_string()] = read(entry.path());
  }
  return files;
}

fs::path repository() { return PES_REPOSITORY; }

void check_golden(const fs::path& expected, const std::string& actual) {
  if (writes_golden_files()) {
    write(expected, actual);
    return;
  }
  INFO("expected output: ", fs::relative(expected, repository()).string());
  CHECK(read(expected) == actual);
}

void check_golden_tree(const fs::path& expected, const std::map<std::string, std::string>& actual) {
  if (writes_golden_files()) fs::remove_all(expected);
  for (const auto& [path, bytes] : actual) check_golden(expected / path, bytes);
  for (const auto& file : read_tree(expected)) {
    INFO("no longer made: ", file.first);
    CHECK(actual.contains(file.first));
  }
}

}  // namespace pes::test
