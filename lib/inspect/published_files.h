#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "publish/output_file.h"

namespace pes {

/// The files that are about to be published, as a browser finds and weighs them.
class PublishedFiles {
 public:
  /// Shape: `files` by rising path; they outlive this.
  explicit PublishedFiles(std::span<const OutputFile> files);

  /// The file that serves a path such as "/projets/recyclerie/" or "/style.css": the file itself,
  /// or the index.html of the folder.
  [[nodiscard]] std::optional<std::size_t> find(std::string_view path) const;

  [[nodiscard]] const std::string& path(std::size_t file) const { return files_[file].path; }

  /// The style sheets, by rising path.
  [[nodiscard]] std::vector<std::size_t> style_sheets() const;

  /// The bytes of a file, wherever they are.
  ///
  /// Errors: a file that the machine cannot read is a std::system_error.
  [[nodiscard]] std::string bytes(std::size_t file) const;

  /// What is sent for a file: texts compressed by gzip, everything else as it is.
  ///
  /// Units: bytes.
  [[nodiscard]] std::size_t weight(std::size_t file);

 private:
  [[nodiscard]] std::optional<std::size_t> find_file(std::string_view path) const;

  std::span<const OutputFile> files_;
  std::vector<std::optional<std::size_t>> weights_;
};

}  // namespace pes
