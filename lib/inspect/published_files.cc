#include "inspect/published_files.h"

#include <algorithm>
#include <array>

#include "disk/paths.h"
#include "text/gzip.h"

namespace pes {

namespace {

bool is_text(std::string_view path) {
  constexpr auto endings = std::to_array<std::string_view>(
      {".css", ".js", ".mjs", ".svg", ".html", ".json", ".xml", ".csv", ".txt", ".webmanifest"});
  return std::any_of(endings.begin(), endings.end(),
                     [&](std::string_view ending) { return path.ends_with(ending); });
}

}  // namespace

PublishedFiles::PublishedFiles(std::span<const OutputFile> files)
    : files_(files), weights_(files.size()) {}

std::optional<std::size_t> PublishedFiles::find_file(std::string_view path) const {
  const auto found =
      std::lower_bound(files_.begin(), files_.end(), path,
                       [](const OutputFile& file, std::string_view p) { return file.path < p; });
  if (found == files_.end() || found->path != path) return std::nullopt;
  return static_cast<std::size_t>(found - files_.begin());
}

std::optional<std::size_t> PublishedFiles::find(std::string_view path) const {
  path.remove_prefix(path.starts_with('/') ? 1 : 0);
  if (path.empty() || path.ends_with('/')) return find_file(std::string(path) + "index.html");
  if (const auto file = find_file(path)) return file;
  return find_file(std::string(path) + "/index.html");
}

std::vector<std::size_t> PublishedFiles::style_sheets() const {
  std::vector<std::size_t> sheets;
  for (std::size_t i = 0; i < files_.size(); ++i) {
    if (files_[i].path.ends_with(".css")) sheets.push_back(i);
  }
  return sheets;
}

std::string PublishedFiles::bytes(std::size_t file) const {
  const OutputFile& found = files_[file];
  return found.copy_of.empty() ? found.bytes : read_bytes(found.copy_of);
}

std::size_t PublishedFiles::weight(std::size_t file) {
  if (weights_[file]) return *weights_[file];
  const OutputFile& found = files_[file];
  if (is_text(found.path)) {
    weights_[file] = gzip_size(bytes(file));
  } else {
    weights_[file] = found.copy_of.empty() ? found.bytes.size() : size_of_file(found.copy_of);
  }
  return *weights_[file];
}

}  // namespace pes
