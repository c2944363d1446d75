#pragma once

#include <sys/stat.h>

#include <optional>
#include <string>
#include <string_view>

#include "text/digest.h"

namespace pes {

/// An open file or folder, closed with the object.
///
/// Errors: std::system_error that names the file.
class Descriptor {
 public:
  /// Opens what has a name in an open folder.
  ///
  /// Shape: `flags` as for open(2), O_CLOEXEC is added; `path` is for messages.
  Descriptor(int folder, const std::string& name, int flags, mode_t mode, std::string path);
  /// Takes over what open(2) gave.
  Descriptor(int fd, std::string path);
  ~Descriptor();
  Descriptor(Descriptor&& other) noexcept;
  Descriptor& operator=(Descriptor&& other) noexcept;
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;

  [[nodiscard]] int get() const { return fd_; }
  [[nodiscard]] const std::string& path() const { return path_; }
  [[nodiscard]] struct stat status() const;
  /// Units: bytes.
  [[nodiscard]] std::size_t size() const { return static_cast<std::size_t>(status().st_size); }

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

  /// Units: whatever the umask.
  void set_mode(mode_t mode) const;

  /// Waits until the disk has it, so that it outlives a power cut; of a folder, its names.
  void flush() const;
  /// The same of everything on the disk that it lies on.
  void flush_disk() const;

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

/// Throws what the last call has said.
[[noreturn]] void fail(const std::string& path);

/// True of an error that says that nothing has that name: neither is it there, nor behind a folder,
/// and a link in the way counts as nothing.
bool is_absence(int error);

/// openat(2), with O_CLOEXEC.
int open_in(int folder, const std::string& name, int flags, mode_t mode = 0);

/// Opens an ordinary file to read it; nothing where there is none. `path` is for messages.
std::optional<Descriptor> find_file_in(int folder, const std::string& name, std::string path);

}  // namespace pes
