#include "disk/paths.h"

#include <cerrno>

#include "disk/calls.h"

namespace pes {

namespace fs = std::filesystem;

namespace {

std::optional<struct stat> look_at(const fs::path& path, int flags) {
  struct stat found {};
  if (calls::fstatat(AT_FDCWD, path.c_str(), &found, flags) == 0) return found;
  if (!is_absence(errno)) fail(path);
  return std::nullopt;
}

}  // namespace

std::optional<struct stat> find_status(const fs::path& path) {
  return look_at(path, AT_SYMLINK_NOFOLLOW);
}

bool is_link(const fs::path& path) {
  const auto found = find_status(path);
  return found && is_link(*found);
}

std::optional<struct stat> find_target(const fs::path& path) { return look_at(path, 0); }

bool is_folder(const fs::path& path) {
  const auto found = find_target(path);
  return found && is_folder(*found);
}

std::size_t size_of_file(const fs::path& path) { return open_file(path).size(); }

std::optional<Descriptor> find_file(const fs::path& path) {
  return find_file_in(AT_FDCWD, path, path);
}

Descriptor open_file(const fs::path& path) {
  return {AT_FDCWD, path, O_RDONLY | O_NOFOLLOW, 0, path};
}

std::string read_bytes(const fs::path& path, std::size_t most) {
  const Descriptor file = open_file(path);
  if (most >= file.size()) return file.read_all();
  std::string bytes(most, '\0');
  bytes.resize(file.read(bytes).size());
  return bytes;
}

void make_folders(const fs::path& path) {
  if (path.empty() || is_folder(path)) return;
  make_folders(path.parent_path());
  if (calls::mkdirat(AT_FDCWD, path.c_str(), 0777) != 0 && errno != EEXIST) fail(path);
}

fs::path resolved(const fs::path& path) {
  std::error_code error;
  fs::path found = calls::weakly_canonical(path, error);
  if (error) throw std::system_error(error, path);
  return found;
}

}  // namespace pes
