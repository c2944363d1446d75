#include "disk/descriptor.h"

#include <algorithm>
#include <cerrno>
#include <system_error>
#include <utility>

#include "disk/calls.h"

namespace pes {

void fail(const std::string& path) {
  throw std::system_error(errno, std::generic_category(), path);
}

bool is_absence(int error) { return error == ENOENT || error == ENOTDIR || error == ELOOP; }

int open_in(int folder, const std::string& name, int flags, mode_t mode) {
  return calls::uninterrupted(
      [&] { return calls::openat(folder, name.c_str(), flags | O_CLOEXEC, mode); });
}

// Without O_NONBLOCK a pipe that somebody put there would be waited for.
std::optional<Descriptor> find_file_in(int folder, const std::string& name, std::string path) {
  const int fd = open_in(folder, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
  if (fd < 0 && is_absence(errno)) return std::nullopt;
  Descriptor file(fd, std::move(path));
  if (!S_ISREG(file.status().st_mode)) return std::nullopt;
  return file;
}

Descriptor::Descriptor(int folder, const std::string& name, int flags, mode_t mode,
                       std::string path)
    : Descriptor(open_in(folder, name, flags, mode), std::move(path)) {}

Descriptor::Descriptor(int fd, std::string path) : path_(std::move(path)), fd_(fd) {
  if (fd_ < 0) fail(path_);
}

Descriptor::~Descriptor() {
  if (fd_ >= 0) calls::close(fd_);
}

Descriptor::Descriptor(Descriptor&& other) noexcept
    : path_(std::move(other.path_)), fd_(std::exchange(other.fd_, -1)) {}

Descriptor& Descriptor::operator=(Descriptor&& other) noexcept {
  std::swap(path_, other.path_);
  std::swap(fd_, other.fd_);
  return *this;
}

struct stat Descriptor::status() const {
  struct stat found {};
  if (calls::fstat(fd_, &found) != 0) fail(path_);
  return found;
}

std::string_view Descriptor::read(std::string& piece) const {
  std::size_t filled = 0;
  while (filled < piece.size()) {
    const ssize_t got = calls::uninterrupted(
        [&] { return calls::read(fd_, piece.data() + filled, piece.size() - filled); });
    if (got < 0) fail(path_);
    if (got == 0) break;
    filled += static_cast<std::size_t>(got);
  }
  return std::string_view(piece).substr(0, filled);
}

// To fill a piece costs as much as to read it: of small files it is as large as the file, and one
// byte more, which tells the end.
std::string Descriptor::fitting_piece() const {
  return std::string(std::min(size() + 1, piece_size), '\0');
}

std::string Descriptor::read_all() const {
  std::string all;
  std::string piece = fitting_piece();
  for (;;) {
    const std::string_view bytes = read(piece);
    if (all.empty() && bytes.size() < piece.size()) {
      piece.resize(bytes.size());
      return piece;
    }
    all += bytes;
    if (bytes.size() < piece.size()) return all;
  }
}

Descriptor::Contents Descriptor::look_through() const {
  std::string piece = fitting_piece();
  std::string_view bytes = read(piece);
  if (bytes.size() < piece.size()) return {bytes.size(), fingerprint(bytes)};
  Contents contents;
  Fingerprinter seen;
  for (;; bytes = read(piece)) {
    seen.add(bytes);
    contents.size += bytes.size();
    if (bytes.size() < piece.size()) break;
  }
  contents.bytes = seen.result();
  return contents;
}

void Descriptor::write(std::string_view bytes) const {
  while (!bytes.empty()) {
    const ssize_t written =
        calls::uninterrupted([&] { return calls::write(fd_, bytes.data(), bytes.size()); });
    if (written < 0) fail(path_);
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

void Descriptor::set_mode(mode_t mode) const {
  if (calls::uninterrupted([&] { return calls::fchmod(fd_, mode); }) != 0) fail(path_);
}

// EINVAL: not every file system can flush a folder.
void Descriptor::flush() const {
  if (calls::uninterrupted([&] { return calls::fsync(fd_); }) != 0 && errno != EINVAL) fail(path_);
}

void Descriptor::flush_disk() const {
  if (calls::uninterrupted([&] { return calls::syncfs(fd_); }) != 0) fail(path_);
}

void Descriptor::close() {
  // A signal does not keep it open.
  if (calls::close(std::exchange(fd_, -1)) != 0 && errno != EINTR) fail(path_);
}

}  // namespace pes
