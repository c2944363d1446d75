#pragma once

#include <dirent.h>
#include <sys/stat.h>

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "disk/descriptor.h"

namespace pes {

/// Something in a folder, and what it is itself.
struct Listed {
  enum class Kind { file, folder, link, other };
  std::string name;
  Kind kind = Kind::other;
};

/// A folder of the disk, held open. What is done in it stays in it: no link below it is followed,
/// whoever put it there and whenever.
///
/// Paths are below the folder, with `/`, and neither empty nor with `..`. Several threads may be at
/// work in one folder.
///
/// Errors: std::system_error that names the file.
class Folder {
 public:
  /// Opens a folder as a person names it: links on the way to it are followed.
  explicit Folder(const std::filesystem::path& path);
  /// The same, if there is one.
  [[nodiscard]] static std::optional<Folder> at(const std::filesystem::path& path);

  /// The folder below this one, if there is one; a link to a folder is none.
  [[nodiscard]] std::optional<Folder> find(std::string_view path) const;

  /// The folder below this one, made with those around it where it is missing.
  ///
  /// Units: `mode` of what is made, whatever the umask.
  [[nodiscard]] Folder make(std::string_view path, mode_t mode) const;

  /// What lies there, a link itself; nothing where nothing does.
  [[nodiscard]] std::optional<struct stat> status(std::string_view path) const;
  [[nodiscard]] struct stat status() const { return fd_.status(); }

  /// True where whoever runs this owns it.
  [[nodiscard]] bool is_ours() const;

  /// True where a file system begins. Shape: a name in this folder itself.
  [[nodiscard]] bool is_mount_point(const std::string& name) const;

  /// Opens an ordinary file to read it; nothing where there is none.
  [[nodiscard]] std::optional<Descriptor> read(std::string_view path) const;

  /// Makes a file that was not there.
  ///
  /// Shape: its folder is there. Units: `mode` whatever the umask.
  [[nodiscard]] Descriptor create(std::string_view path, mode_t mode) const;

  /// Makes a second name for a file of another folder.
  ///
  /// Errors: false where the file system has no such links.
  [[nodiscard]] bool link(std::string_view path, const Folder& from) const;

  /// Deletes what is there, with everything in it, if anything is.
  void remove(std::string_view path) const;

  /// Deletes a folder if it is empty.
  [[nodiscard]] bool remove_empty(std::string_view path) const;

  void set_mode(mode_t mode) const { fd_.set_mode(mode); }

  /// Waits until no other has the lock of this folder, and takes it for as long as this lives.
  void lock() const;

  /// Waits until the disk has the names in it.
  void flush() const { fd_.flush(); }
  /// Waits until the disk that it lies on has everything.
  void flush_disk() const { fd_.flush_disk(); }

  /// Shape: names in this folder itself.
  void rename(const std::string& from, const std::string& to) const;
  /// Errors: false where the file system cannot do that.
  [[nodiscard]] bool exchange(const std::string& a, const std::string& b) const;

  /// What lies in this folder, by the bytes of the names.
  [[nodiscard]] std::vector<Listed> list() const;

  [[nodiscard]] int get() const { return fd_.get(); }
  /// The name of something in it, for messages and for those who read it by name.
  [[nodiscard]] std::string path_of(std::string_view path) const;

 private:
  explicit Folder(Descriptor fd) : fd_(std::move(fd)) {}
  /// What holds the last part of a path.
  struct Place;
  [[nodiscard]] std::optional<Place> place_of(std::string_view path) const;
  [[nodiscard]] Listed::Kind kind_of(const dirent& entry) const;

  Descriptor fd_;
};

/// True of a folder, of an ordinary file, of a link.
inline bool is_folder(const struct stat& status) { return S_ISDIR(status.st_mode); }
inline bool is_file(const struct stat& status) { return S_ISREG(status.st_mode); }
inline bool is_link(const struct stat& status) { return S_ISLNK(status.st_mode); }
inline mode_t permissions(const struct stat& status) { return status.st_mode & 0777U; }

}  // namespace pes
