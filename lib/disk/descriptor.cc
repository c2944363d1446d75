#include "disk/descriptor.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>
#include <utility>

namespace pes {

namespace {

[[noreturn]] void fail(const std::string& path) {
  throw std::system_error(errno, std::generic_category(), path);
}

}  // namespace

Descriptor::Descriptor(std::string path, int flags, mode_t mode)
    : path_(std::move(path)), fd_(::open(path_.c_str(), flags | O_CLOEXEC, mode)) {
  if (fd_ < 0) fail(path_);
}

Descriptor::Descriptor(int fd, std::string path) : path_(std::move(path)), fd_(fd) {
  if (fd_ < 0) fail(path_);
}

Descriptor::~Descriptor() {
  if (fd_ >= 0) ::close(fd_);
}

Descriptor::Descriptor(Descriptor&& other) noexcept
    : path_(std::move(other.path_)), fd_(std::exchange(other.fd_, -1)) {}

Descriptor& Descriptor::operator=(Descriptor&& other) noexcept {
  std::swap(path_, other.path_);
  std::swap(fd_, other.fd_);
  return *this;
}

std::string_view Descriptor::read(std::string& piece) const {
  std::size_t filled = 0;
  while (filled < piece.size()) {
    const ssize_t got = ::read(fd_, piece.data() + filled, piece.size() - filled);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) fail(path_);
    if (got == 0) break;
    filled += static_cast<std::size_t>(got);
  }
  return std::string_view(piece).substr(0, filled);
}

// To fill a piece costs as much as to read it: of small files it is as large as the file, and one
// byte more, which tells the end.
std::string Descriptor::fitting_piece() const {
  struct stat status {};
  if (::fstat(fd_, &status) != 0) fail(path_);
  std::string piece;
  piece.resize(std::min(static_cast<std::size_t>(status.st_size) + 1, piece_size));
  return piece;
}

std::string Descriptor::read_all() const {
  std::string all;
  std::string piece = fitting_piece();
  for (;;) {
    const std::string_view bytes = read(piece);
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
    const ssize_t written = ::write(fd_, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) fail(path_);
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

void Descriptor::close() {
  const int fd = fd_;
  fd_ = -1;
  if (::close(fd) != 0) fail(path_);
}

}  // namespace pes
