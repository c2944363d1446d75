#pragma once

#include <sys/types.h>

#include <string>
#include <string_view>

#include "text/digest.h"

namespace pes {

/// An open file or folder, closed with the object.
///
/// Errors: std::system_error that names the file.
class Descriptor {
 public:
  /// Shape: `flags` as for open(2); O_CLOEXEC is added.
  Descriptor(std::string path, int flags, mode_t mode = 0);
  /// Takes over what open(2) gave; `path` is for messages.
  Descriptor(int fd, std::string path);
  ~Descriptor();
  Descriptor(Descriptor&& other) noexcept;
  Descriptor& operator=(Descriptor&& other) noexcept;
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;

  [[nodiscard]] int get() const { return fd_; }
  [[nodiscard]] const std::string& path() const { return path_; }

  /// Reads into `piece`, and gives what was read: less than fits only at the end of the file.
  std::string_view read(std::string& piece) const;

  /// All that is left to read.
  [[nodiscard]] std::string read_all() const;

  /// Looks through all that is left to read, piece by piece, and keeps nothing.
  ///
  /// Units: bytes.
  struct Contents {
    std::size_t size = 0;
    Fingerprint bytes;
  };
  [[nodiscard]] Contents look_through() const;

  /// Writes all bytes.
  void write(std::string_view bytes) const;

  /// Closes now: some file systems report a full disk only then.
  void close();

 private:
  [[nodiscard]] std::string fitting_piece() const;

  std::string path_;
  int fd_;
};

/// How much of a file is read at once: documents may be larger than the memory.
///
/// Units: bytes.
inline constexpr std::size_t piece_size = std::size_t{1} << 18U;

}  // namespace pes
