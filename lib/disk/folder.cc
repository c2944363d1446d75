#include "disk/folder.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <memory>

#include "disk/calls.h"

namespace pes {

namespace {

constexpr int folder_flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW;

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

Folder::Folder(const std::filesystem::path& path)
    : fd_(AT_FDCWD, path.string(), O_RDONLY | O_DIRECTORY, 0, path.string()) {}

std::optional<Folder> Folder::at(const std::filesystem::path& path) {
  const int fd = open_in(AT_FDCWD, path.string(), O_RDONLY | O_DIRECTORY);
  if (fd < 0 && is_absence(errno)) return std::nullopt;
  return Folder(Descriptor(fd, path.string()));
}

std::string Folder::path_of(std::string_view path) const {
  return path.empty() ? fd_.path() : fd_.path() + "/" + std::string(path);
}

std::optional<Folder::Place> Folder::place_of(std::string_view path) const {
  Place place{std::nullopt, fd_.get(), next_part(path)};
  while (!path.empty()) {
    const int fd = open_in(place.fd, place.name, folder_flags);
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
  const int fd = open_in(place->fd, place->name, folder_flags);
  if (fd < 0 && is_absence(errno)) return std::nullopt;
  return Folder(Descriptor(fd, path_of(path)));
}

Folder Folder::make(std::string_view path, mode_t mode) const {
  const std::string whole = path_of(path);
  std::optional<Descriptor> around;
  while (!path.empty()) {
    const std::string part = next_part(path);
    const int in = around ? around->get() : fd_.get();
    int fd = open_in(in, part, folder_flags);
    bool made = false;
    if (fd < 0 && errno == ENOENT) {
      made = calls::mkdirat(in, part.c_str(), mode) == 0;
      if (!made && errno != EEXIST) fail(whole);
      fd = open_in(in, part, folder_flags);
    }
    around = Descriptor(fd, whole);
    if (made) around->set_mode(mode);
  }
  return Folder(std::move(*around));
}

std::optional<struct stat> Folder::status(std::string_view path) const {
  struct stat found {};
  const auto place = place_of(path);
  if (!place) return std::nullopt;
  if (calls::fstatat(place->fd, place->name.c_str(), &found, AT_SYMLINK_NOFOLLOW) == 0)
    return found;
  if (!is_absence(errno)) fail(path_of(path));
  return std::nullopt;
}

bool Folder::is_ours() const { return status().st_uid == calls::geteuid(); }

bool Folder::is_mount_point(const std::string& name) const {
  struct statx found {};
  if (calls::statx(fd_.get(), name.c_str(), AT_SYMLINK_NOFOLLOW, STATX_TYPE, &found) != 0) {
    fail(path_of(name));
  }
  return (found.stx_attributes & STATX_ATTR_MOUNT_ROOT) != 0;
}

std::optional<Descriptor> Folder::read(std::string_view path) const {
  const auto place = place_of(path);
  if (!place) return std::nullopt;
  return find_file_in(place->fd, place->name, path_of(path));
}

Descriptor Folder::create(std::string_view path, mode_t mode) const {
  const auto place = place_of(path);
  constexpr int flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW;
  const int fd = place ? open_in(place->fd, place->name, flags, mode) : -1;
  Descriptor made(fd, path_of(path));
  made.set_mode(mode);
  return made;
}

bool Folder::link(std::string_view path, const Folder& from) const {
  const auto source = from.place_of(path);
  const auto place = place_of(path);
  if (!source || !place) fail(path_of(path));
  if (calls::linkat(source->fd, source->name.c_str(), place->fd, place->name.c_str(), 0) == 0) {
    return true;
  }
  if (errno == EEXIST || errno == ENOSPC || errno == EIO) fail(path_of(path));
  return false;
}

void Folder::remove(std::string_view path) const {
  const auto place = place_of(path);
  if (!place) return;
  if (calls::unlinkat(place->fd, place->name.c_str(), 0) == 0 || is_absence(errno)) return;
  if (errno != EISDIR && errno != EPERM) fail(path_of(path));
  const auto folder = find(path);
  if (!folder) return;
  for (const Listed& listed : folder->list()) folder->remove(listed.name);
  if (calls::unlinkat(place->fd, place->name.c_str(), AT_REMOVEDIR) != 0 && !is_absence(errno)) {
    fail(path_of(path));
  }
}

bool Folder::remove_empty(std::string_view path) const {
  const auto place = place_of(path);
  if (!place) return false;
  if (calls::unlinkat(place->fd, place->name.c_str(), AT_REMOVEDIR) == 0) return true;
  if (errno != ENOTEMPTY && errno != EEXIST && !is_absence(errno)) fail(path_of(path));
  return false;
}

void Folder::rename(const std::string& from, const std::string& to) const {
  if (calls::renameat2(fd_.get(), from.c_str(), fd_.get(), to.c_str(), 0) != 0) fail(path_of(to));
}

bool Folder::exchange(const std::string& a, const std::string& b) const {
  if (calls::renameat2(fd_.get(), a.c_str(), fd_.get(), b.c_str(), RENAME_EXCHANGE) == 0)
    return true;
  if (errno != EINVAL && errno != ENOSYS && errno != ENOTSUP) fail(path_of(b));
  return false;
}

void Folder::lock() const {
  const auto take = [&] { return calls::flock(fd_.get(), LOCK_EX); };
  if (calls::uninterrupted(take) != 0) fail(fd_.path());
}

// Nearly everywhere the folder itself tells what lies in it, so that no file need be asked.
Listed::Kind Folder::kind_of(const dirent& entry) const {
  switch (entry.d_type) {
    case DT_REG:
      return Listed::Kind::file;
    case DT_DIR:
      return Listed::Kind::folder;
    case DT_LNK:
      return Listed::Kind::link;
    case DT_UNKNOWN:
      break;
    default:
      return Listed::Kind::other;
  }
  const auto found = status(static_cast<const char*>(entry.d_name));
  if (!found) return Listed::Kind::other;
  return is_file(*found)     ? Listed::Kind::file
         : is_folder(*found) ? Listed::Kind::folder
         : is_link(*found)   ? Listed::Kind::link
                             : Listed::Kind::other;
}

std::vector<Listed> Folder::list() const {
  const int fd = open_in(fd_.get(), ".", folder_flags);
  if (fd < 0) fail(fd_.path());
  const std::unique_ptr<DIR, int (*)(DIR*)> stream(calls::fdopendir(fd), calls::closedir);
  if (!stream) fail(fd_.path());
  std::vector<Listed> all;
  errno = 0;
  while (const dirent* entry = calls::readdir(stream.get())) {
    const std::string_view name = static_cast<const char*>(entry->d_name);
    if (name != "." && name != "..") all.push_back({std::string(name), kind_of(*entry)});
    errno = 0;
  }
  if (errno != 0) fail(fd_.path());
  std::sort(all.begin(), all.end(),
            [](const Listed& a, const Listed& b) { return a.name < b.name; });
  return all;
}

}  // namespace pes
