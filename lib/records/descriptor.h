#pragma once

#include <sys/types.h>

#include <string>
#include <string_view>

namespace pes {

/// An open file or folder, closed with the object.
///
/// Errors: std::system_error that names the file.
class Descriptor {
 public:
  /// Shape: `flags` as for open(2); O_CLOEXEC is added.
  Descriptor(std::string path, int flags, mode_t mode = 0);
  ~Descriptor();
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;

  [[nodiscard]] int get() const { return fd_; }

  /// Writes all bytes.
  void write(std::string_view bytes) const;

  /// Closes now: some file systems report a full disk only then.
  void close();

 private:
  std::string path_;
  int fd_;
};

}  // namespace pes
