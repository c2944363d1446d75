#include "disk/descriptor.h"

#include <fcntl.h>
#include <unistd.h>

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

std::string Descriptor::read_all() const {
  std::string all;
  std::string piece(piece_size, '\0');
  for (std::string_view bytes = read(piece); !bytes.empty(); bytes = read(piece)) all += bytes;
  return all;
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
