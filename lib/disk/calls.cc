#include "disk/calls.h"

#include <unistd.h>

#include <cstdio>

namespace pes::calls {

int openat(int folder, const char* path, int flags, mode_t mode) {
  return ::openat(folder, path, flags, mode);
}

ssize_t read(int file, void* bytes, std::size_t size) { return ::read(file, bytes, size); }

ssize_t write(int file, const void* bytes, std::size_t size) { return ::write(file, bytes, size); }

int close(int file) { return ::close(file); }

int fsync(int file) { return ::fsync(file); }

int syncfs(int file) { return ::syncfs(file); }

int flock(int file, int operation) { return ::flock(file, operation); }

int fchmod(int file, mode_t mode) { return ::fchmod(file, mode); }

int fstat(int file, struct stat* found) { return ::fstat(file, found); }

int fstatat(int folder, const char* path, struct stat* found, int flags) {
  return ::fstatat(folder, path, found, flags);
}

int statx(int folder, const char* path, int flags, unsigned mask, struct statx* found) {
  return ::statx(folder, path, flags, mask, found);
}

int mkdirat(int folder, const char* path, mode_t mode) { return ::mkdirat(folder, path, mode); }

int linkat(int from, const char* path, int to, const char* name, int flags) {
  return ::linkat(from, path, to, name, flags);
}

int unlinkat(int folder, const char* path, int flags) { return ::unlinkat(folder, path, flags); }

int renameat2(int from, const char* path, int to, const char* name, unsigned flags) {
  return ::renameat2(from, path, to, name, flags);
}

DIR* fdopendir(int folder) { return ::fdopendir(folder); }

dirent* readdir(DIR* stream) { return ::readdir(stream); }

int closedir(DIR* stream) { return ::closedir(stream); }

std::filesystem::path weakly_canonical(const std::filesystem::path& path, std::error_code& error) {
  const std::filesystem::path whole = std::filesystem::absolute(path, error);
  return error ? whole : std::filesystem::weakly_canonical(whole, error);
}

pid_t getpid() { return ::getpid(); }

uid_t geteuid() { return ::geteuid(); }

}  // namespace pes::calls
