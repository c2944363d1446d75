#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "diagnostics/source.h"
#include "run/workers.h"
#include "schema/kinds.h"

namespace pes {

/// A file that holds a record.
struct RecordFile {
  FileId file = no_file;
  const Kind* kind = nullptr;
  bool readable = true;  ///< False when its text cannot be trusted (encoding, size).
};

/// The file of content/ that keeps who must never be named again; see consent/erasure.h.
inline constexpr std::string_view erasure_file = "effacements.txt";

/// What lies in content/.
struct ContentFiles {
  std::vector<RecordFile> records;  ///< In the order of kinds, then of file names.
  std::vector<std::string> media;   ///< Paths below content/medias/, in normal form C, sorted.
};

/// Bytes that take the place of a file of content/, by SourceFile::path.
using UnsavedFiles = std::map<std::string, std::string>;

/// Reads content/ below `source` and appends its texts to `files`.
///
/// Shape:  directories are read in the order of their bytes, so the result depends on nothing else.
/// Errors: misplaced, oversized and undecodable files are reported; a file that the machine cannot
///         read is a std::system_error that names it.
ContentFiles read_content(const std::filesystem::path& source, const UnsavedFiles& unsaved,
                          const Workers& workers, SourceFiles& files, Diagnostics& out);

/// Where a file of content/ lies on the disk, where its name may be in another normal form.
///
/// Shape: `path` is a SourceFile::path.
std::filesystem::path record_path(const std::filesystem::path& source, const std::string& path);

/// Where a file of content/medias/ lies on the disk, where its name may be in another normal form.
///
/// Shape: `name` is one of `ContentFiles::media`.
std::filesystem::path media_path(const std::filesystem::path& source, const std::string& name);

/// Reads one text file into `files`, as an editor shows it: byte-order mark removed, line feeds
/// only, normal form C.
///
/// Errors: reports what keeps the text from being trusted, and then gives `readable == false`.
RecordFile read_text_file(const std::filesystem::path& source, const std::string& path,
                          SourceFiles& files, Diagnostics& out, const UnsavedFiles& unsaved = {});

/// Reports a file or a folder of the source that is a link: what lies behind it is somebody else's,
/// and nobody here would notice that it changes. Only content/ and themes/ themselves may be links.
///
/// Shape: `path` is below `source`. Gives true where it is one.
bool report_link(const std::filesystem::path& source, const std::string& path, Diagnostics& out);

/// Names in a directory, sorted by their bytes, without those that start with a dot; empty if it
/// does not exist.
std::vector<std::string> list_directory(const std::filesystem::path& path);

/// Regular files below a directory, as sorted relative paths with `/`; symbolic links are reported
/// and left out.
std::vector<std::string> list_tree(const std::filesystem::path& root, std::string_view shown_as,
                                   Diagnostics& out);

}  // namespace pes
