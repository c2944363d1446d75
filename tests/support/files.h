#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>

namespace pes::test {

/// An empty folder that goes away with the object.
class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

std::string read(const std::filesystem::path& path);

/// How often a part stands in a text.
std::size_t occurrences(const std::string& text, const std::string& part);

/// Writes a file, and the folders that lead to it.
void write(const std::filesystem::path& path, std::string_view bytes);

/// Every file below a folder: relative path → bytes.
std::map<std::string, std::string> read_tree(const std::filesystem::path& folder);

/// The folder of this repository.
std::filesystem::path repository();

/// Compares a text with a file of expected output, which `make golden` writes instead.
void check_golden(const std::filesystem::path& expected, const std::string& actual);

/// The same for a whole folder: exactly these files.
void check_golden_tree(const std::filesystem::path& expected,
                       const std::map<std::string, std::string>& actual);

}  // namespace pes::test
