#pragma once

#include <dirent.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/types.h>

#include <cerrno>
#include <cstddef>
#include <filesystem>
#include <system_error>

/// What this folder asks of the system, each function being the call of its name. The tests of
/// tests/faults/ link others in their place, which fail or stop at a call of their choice.
namespace pes::calls {

int openat(int folder, const char* path, int flags, mode_t mode);
ssize_t read(int file, void* bytes, std::size_t size);
ssize_t write(int file, const void* bytes, std::size_t size);
int close(int file);
int fsync(int file);
int syncfs(int file);
int flock(int file, int operation);
int fchmod(int file, mode_t mode);
int fstat(int file, struct stat* found);
int fstatat(int folder, const char* path, struct stat* found, int flags);
int statx(int folder, const char* path, int flags, unsigned mask, struct statx* found);
int mkdirat(int folder, const char* path, mode_t mode);
int linkat(int from, const char* path, int to, const char* name, int flags);
int unlinkat(int folder, const char* path, int flags);
int renameat2(int from, const char* path, int to, const char* name, unsigned flags);
DIR* fdopendir(int folder);
dirent* readdir(DIR* stream);
int closedir(DIR* stream);
std::filesystem::path weakly_canonical(const std::filesystem::path& path, std::error_code& error);

pid_t getpid();
uid_t geteuid();

/// Makes a call again for as long as signals come in between.
template <typename Call>
auto uninterrupted(Call call) {
  auto result = call();
  while (result == -1 && errno == EINTR) result = call();
  return result;
}

}  // namespace pes::calls
