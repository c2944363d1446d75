#include "writing.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <memory>
#include <optional>
#include <system_error>

#include "disk/descriptor.h"

namespace pes {

namespace fs = std::filesystem;

namespace {

// Begins with a dot, so that nothing takes it for content.
constexpr std::string_view draft_prefix = ".pes-draft.";

void require(bool done) {
  if (!done) throw std::system_error(errno, std::generic_category());
}

fs::path folder_of(const fs::path& path) {
  return path.has_parent_path() ? path.parent_path() : fs::path(".");
}

// The bytes of a file on their way to the disk, under no name or under one of a draft.
class Draft {
 public:
  Draft(const fs::path& folder, mode_t mode)
      : name_(folder / fmt::format("{}{}", draft_prefix, ::getpid())) {
    ::unlink(name_.c_str());
    try {
      file_ = std::make_unique<Descriptor>(folder, O_TMPFILE | O_WRONLY, mode);
    } catch (const std::system_error&) {
      file_ = std::make_unique<Descriptor>(name_, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, mode);
      named_ = true;
    }
  }
  ~Draft() {
    if (named_) ::unlink(name_.c_str());
  }
  Draft(const Draft&) = delete;
  Draft& operator=(const Draft&) = delete;

  void write(std::string_view bytes, std::optional<mode_t> mode) {
    file_->write(bytes);
    if (mode) require(::fchmod(file_->get(), *mode) == 0);
    require(::fsync(file_->get()) == 0);
  }

  // Gives the file its name; `flags` as for renameat2(2).
  void move_to(const fs::path& path, unsigned flags) {
    if (!named_) {
      const std::string file = fmt::format("/proc/self/fd/{}", file_->get());
      require(::linkat(AT_FDCWD, file.c_str(), AT_FDCWD, name_.c_str(), AT_SYMLINK_FOLLOW) == 0);
      named_ = true;
    }
    require(rename(path, flags));
    named_ = false;
  }

 private:
  [[nodiscard]] bool rename(const fs::path& path, unsigned flags) const {
    if (::renameat2(AT_FDCWD, name_.c_str(), AT_FDCWD, path.c_str(), flags) == 0) return true;
    // Not every file system can look and rename in one step.
    if (errno != EINVAL || flags != RENAME_NOREPLACE) return false;
    errno = EEXIST;
    return !fs::exists(fs::symlink_status(path)) && ::rename(name_.c_str(), path.c_str()) == 0;
  }

  fs::path name_;
  std::unique_ptr<Descriptor> file_;
  bool named_ = false;
};

void write(const fs::path& path, std::string_view bytes, unsigned flags) {
  struct stat old {};
  const bool replaces = flags == 0 && ::stat(path.c_str(), &old) == 0;
  const fs::path folder = folder_of(path);
  Draft draft(folder, replaces ? 0600 : 0666);
  draft.write(bytes, replaces ? std::optional(old.st_mode & 07777) : std::nullopt);
  draft.move_to(path, flags);
  // Some file systems refuse it, and the name is there all the same.
  ::fsync(Descriptor(folder, O_RDONLY | O_DIRECTORY).get());
}

}  // namespace

void write_file(const fs::path& path, std::string_view bytes) try {
  write(path, bytes, 0);
} catch (const std::system_error& error) {
  throw std::system_error(error.code(), path.string());
}

bool write_new_file(const fs::path& path, std::string_view bytes) try {
  write(path, bytes, RENAME_NOREPLACE);
  return true;
} catch (const std::system_error& error) {
  if (error.code() == std::errc::file_exists) return false;
  throw std::system_error(error.code(), path.string());
}

void clear_drafts(const fs::path& folder) {
  std::error_code ignored;
  for (const auto& entry : fs::recursive_directory_iterator(folder, ignored)) {
    const bool draft = entry.path().filename().string().starts_with(draft_prefix);
    if (draft && !entry.is_directory()) fs::remove(entry.path(), ignored);
  }
}

}  // namespace pes
