#include "disk/folder.h"

#include <dirent.h>
#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <memory>
#include <system_error>

namespace pes {

namespace {

constexpr int folder_flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC;

[[noreturn]] void fail(const std::string& path) {
  throw std::system_error(errno, std::generic_category(), path);
}

// Neither there, nor behind a folder: a link in the way counts as nothing.
bool is_absence(int error) { return error == ENOENT || error == ENOTDIR || error == ELOOP; }

// Cuts the first part off a path.
std::string next_part(std::string_view& path) {
  const std::size_t slash = std::min(path.find('/'), path.size());
  std::string part(path.substr(0, slash));
  path.remove_prefix(std::min(slash + 1, path.size()));
  return part;
}

}  // namespace

// The parts of a path are opened one after the other: the kernel would follow a link in its midst.
struct Folder::Place {
  std::optional<Descriptor> opened;  // nothing where it is the folder itself
  int fd = -1;
  std::string name;
};

Folder::Folder(const std::filesystem::path& path) : fd_(path.string(), O_RDONLY | O_DIRECTORY) {}

std::string Folder::path_of(std::string_view path) const {
  return path.empty() ? fd_.path() : fd_.path() + "/" + std::string(path);
}

std::optional<Folder::Place> Folder::place_of(std::string_view path) const {
  Place place{std::nullopt, fd_.get(), next_part(path)};
  while (!path.empty()) {
    const int fd = ::openat(place.fd, place.name.c_str(), folder_flags);
    if (fd < 0 && is_absence(errno)) return std::nullopt;
    place.opened.emplace(fd, path_of(place.name));
    place.fd = fd;
    place.name = next_part(path);
  }
  return place;
}

std::optional<Folder> Folder::find(std::string_view path) const {
  const auto place = place_of(path);
  if (!place) return std::nullopt;
  const int fd = ::openat(place->fd, place->name.c_str(), folder_flags);
  if (fd < 0 && is_absence(errno)) return std::nullopt;
  return Folder(Descriptor(fd, path_of(path)));
}

Folder Folder::make(std::string_view path, mode_t mode) const {
  const std::string whole = path_of(path);
  std::optional<Descriptor> around;
  while (!path.empty()) {
    const std::string part = next_part(path);
    const int in = around ? around->get() : fd_.get();
    int fd = ::openat(in, part.c_str(), folder_flags);
    if (fd < 0 && errno == ENOENT) {
      const bool made = ::mkdirat(in, part.c_str(), mode) == 0;
      if (!made && errno != EEXIST) fail(whole);
      fd = ::openat(in, part.c_str(), folder_flags);
      if (made && fd >= 0 && ::fchmod(fd, mode) != 0) fail(whole);
    }
    around = Descriptor(fd, whole);
  }
  return Folder(std::move(*around));
}

std::optional<struct stat> Folder::status(std::string_view path) const {
  struct stat found {};
  const auto place = place_of(path);
  if (!place) return std::nullopt;
  if (::fstatat(place->fd, place->name.c_str(), &found, AT_SYMLINK_NOFOLLOW) == 0) return found;
  if (!is_absence(errno)) fail(path_of(path));
  return std::nullopt;
}

struct stat Folder::status() const {
  struct stat found {};
  if (::fstat(fd_.get(), &found) != 0) fail(fd_.path());
  return found;
}

bool Folder::is_mount_point(const std::string& name) const {
  struct statx found {};
  if (::statx(fd_.get(), name.c_str(), AT_SYMLINK_NOFOLLOW, STATX_TYPE, &found) != 0) {
    fail(path_of(name));
  }
  return (found.stx_attributes & STATX_ATTR_MOUNT_ROOT) != 0;
}

// Without O_NONBLOCK a pipe that somebody put there would be waited for.
std::optional<Descriptor> Folder::read(std::string_view path) const {
  const auto place = place_of(path);
  if (!place) return std::nullopt;
  const int fd =
      ::openat(place->fd, place->name.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
  if (fd < 0 && is_absence(errno)) return std::nullopt;
  Descriptor file(fd, path_of(path));
  struct stat found {};
  if (::fstat(fd, &found) != 0) fail(path_of(path));
  if (!is_file(found)) return std::nullopt;
  return file;
}

Descriptor Folder::create(std::string_view path, mode_t mode) const {
  const auto place = place_of(path);
  constexpr int flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC;
  const int fd = place ? ::openat(place->fd, place->name.c_str(), flags, mode) : -1;
  Descriptor made(fd, path_of(path));
  if (::fchmod(fd, mode) != 0) fail(path_of(path));
  return made;
}

void Folder::replace(const std::string& name, std::string_view bytes) const {
  const std::string fresh = name + ".new";
  remove(fresh);
  Descriptor made = create(fresh, 0600);
  made.write(bytes);
  made.close();
  rename(fresh, name);
}

bool Folder::link(std::string_view path, const Folder& from) const {
  const auto source = from.place_of(path);
  const auto place = place_of(path);
  if (!source || !place) fail(path_of(path));
  if (::linkat(source->fd, source->name.c_str(), place->fd, place->name.c_str(), 0) == 0) {
    return true;
  }
  if (errno == EEXIST || errno == ENOSPC || errno == EIO) fail(path_of(path));
  return false;
}

void Folder::remove(std::string_view path) const {
  const auto place = place_of(path);
  if (!place) return;
  if (::unlinkat(place->fd, place->name.c_str(), 0) == 0 || is_absence(errno)) return;
  if (errno != EISDIR && errno != EPERM) fail(path_of(path));
  const auto folder = find(path);
  if (!folder) return;
  for (const std::string& name : folder->list()) folder->remove(name);
  if (::unlinkat(place->fd, place->name.c_str(), AT_REMOVEDIR) != 0 && !is_absence(errno)) {
    fail(path_of(path));
  }
}

bool Folder::remove_empty(std::string_view path) const {
  const auto place = place_of(path);
  return place && ::unlinkat(place->fd, place->name.c_str(), AT_REMOVEDIR) == 0;
}

void Folder::set_mode(mode_t mode) const {
  if (::fchmod(fd_.get(), mode) != 0) fail(fd_.path());
}

void Folder::rename(const std::string& from, const std::string& to) const {
  if (::renameat(fd_.get(), from.c_str(), fd_.get(), to.c_str()) != 0) fail(path_of(to));
}

bool Folder::exchange(const std::string& a, const std::string& b) const {
  if (::renameat2(fd_.get(), a.c_str(), fd_.get(), b.c_str(), RENAME_EXCHANGE) == 0) return true;
  if (errno != EINVAL && errno != ENOSYS && errno != ENOTSUP) fail(path_of(b));
  return false;
}

std::vector<std::string> Folder::list() const {
  const int fd = ::openat(fd_.get(), ".", folder_flags);
  if (fd < 0) fail(fd_.path());
  const std::unique_ptr<DIR, int (*)(DIR*)> stream(::fdopendir(fd), ::closedir);
  if (!stream) fail(fd_.path());
  std::vector<std::string> names;
  errno = 0;
  while (const dirent* entry = ::readdir(stream.get())) {
    const std::string_view name = static_cast<const char*>(entry->d_name);
    if (name != "." && name != "..") names.emplace_back(name);
  }
  if (errno != 0) fail(fd_.path());
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace pes
