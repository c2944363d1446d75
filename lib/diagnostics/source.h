#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace pes {

/// A text file as an editor shows it: no byte-order mark, line feeds only, normal form C.
struct SourceFile {
  std::string path;  ///< From the source folder, with `/`: "content/projets/recyclerie.md".
  std::string text;
};

using FileId = std::uint32_t;
inline constexpr FileId no_file = UINT32_MAX;

/// A stretch of a source file.
///
/// Units: bytes of `SourceFile::text`.
struct Span {
  FileId file = no_file;
  std::uint32_t offset = 0;
  std::uint32_t length = 0;
};

/// A place as editors count it.
///
/// Units: lines and characters (code points), both from 1.
struct Position {
  std::size_t line = 1;
  std::size_t column = 1;
};

Position position_of(std::string_view text, std::size_t offset);

/// The line that holds the byte at `offset`, without its line end.
std::string_view line_at(std::string_view text, std::size_t offset);

/// All files of one run; a FileId is an index into it.
using SourceFiles = std::vector<SourceFile>;

/// Tells the positions of many places, and looks through each file only once for them. For one
/// thread; the files outlive it.
class Places {
 public:
  Places(const SourceFiles& files) : files_(files) {}  // NOLINT: implicit on purpose

  [[nodiscard]] const SourceFile& file(FileId id) const { return files_[id]; }
  [[nodiscard]] Position position(FileId id, std::size_t offset) const;

  /// The line that holds the byte at `offset`, as line_at() gives it.
  [[nodiscard]] std::string_view line(FileId id, std::size_t offset) const;

 private:
  struct Lines {
    std::vector<std::size_t> starts;
    std::vector<std::size_t> characters;  ///< Before each stretch of some bytes.
  };
  [[nodiscard]] const Lines& lines_of(FileId id) const;

  const SourceFiles& files_;
  mutable std::map<FileId, Lines> known_;
};

}  // namespace pes
