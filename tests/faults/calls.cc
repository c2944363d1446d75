// In the place of lib/disk/calls.cc.
#include "disk/calls.h"

#include <sys/mman.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <new>

#include "faults/injection.h"

namespace pes::test {

namespace {

int error_of(Fault fault) {
  switch (fault) {
    case Fault::no_space:
      return ENOSPC;
    case Fault::access_denied:
      return EACCES;
    case Fault::interrupted:
      return EINTR;
    case Fault::stale:
      return ESTALE;
    default:
      return EIO;
  }
}

bool writes(Call call) {
  return call == Call::create || call == Call::write || call == Call::make_folder ||
         call == Call::link || call == Call::rename || call == Call::flush;
}

// Files that were written and not flushed, each by a descriptor of ours.
std::vector<int>& unflushed() {
  static std::vector<int> files;
  return files;
}

struct stat status_of(int file) {
  struct stat status {};
  if (::fstat(file, &status) != 0) std::abort();
  return status;
}

void flush(int file) {
  const struct stat flushed = status_of(file);
  std::erase_if(unflushed(), [&](int other) {
    const struct stat status = status_of(other);
    const bool same = status.st_ino == flushed.st_ino && status.st_dev == flushed.st_dev;
    if (same) ::close(other);
    return same;
  });
}

void flush_all() {
  for (const int file : unflushed()) ::close(file);
  unflushed().clear();
}

void stop(Fault fault) {
  if (fault == Fault::power_cut) {
    for (const int file : unflushed()) {
      if (::ftruncate(file, 0) != 0) std::abort();
    }
  }
  ::raise(SIGKILL);
}

}  // namespace

Injection& injection() {
  static Injection& shared = []() -> Injection& {
    void* place = ::mmap(nullptr, sizeof(Injection), PROT_READ | PROT_WRITE,
                         MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (place == MAP_FAILED) std::abort();
    return *new (place) Injection;
  }();
  return shared;
}

namespace {

// The fault that a call is to have.
Fault next(Call call) {
  Injection& plan = injection();
  const std::size_t number = ++plan.calls;
  if (number < plan.seen.size()) plan.seen[number] = call;
  const bool again =
      plan.at > 0 && number > plan.at &&
      (plan.fault == Fault::disk_gone || (plan.fault == Fault::no_space && writes(call)));
  if (number != plan.at && !again) return Fault::none;
  const bool stops = plan.fault == Fault::kill || plan.fault == Fault::power_cut;
  if (stops && call != Call::write) stop(plan.fault);
  return plan.fault;
}

bool fails(Call call) {
  const Fault fault = next(call);
  if (fault == Fault::none) return false;
  errno = error_of(fault);
  return true;
}

bool is_plain() { return injection().plain; }

int refuse(int error) {
  errno = error;
  return -1;
}

}  // namespace

}  // namespace pes::test

namespace pes::calls {

using namespace pes::test;

int openat(int folder, const char* path, int flags, mode_t mode) {
  const bool unnamed = (flags & O_TMPFILE) == O_TMPFILE;
  if (fails(unnamed || (flags & O_CREAT) != 0 ? Call::create : Call::open)) return -1;
  if (unnamed && is_plain()) return refuse(EOPNOTSUPP);
  return ::openat(folder, path, flags, mode);
}

ssize_t read(int file, void* bytes, std::size_t size) {
  return fails(Call::read) ? -1 : ::read(file, bytes, size);
}

ssize_t write(int file, const void* bytes, std::size_t size) {
  const Fault fault = next(Call::write);
  if (fault == Fault::interrupted) return refuse(EINTR);
  const ssize_t written = ::write(file, bytes, fault == Fault::none ? size : (size + 1) / 2);
  if (fault == Fault::kill || fault == Fault::power_cut) stop(fault);
  if (injection().fault == Fault::power_cut) unflushed().push_back(::dup(file));
  if (fault == Fault::none || fault == Fault::short_write) return written;
  return refuse(error_of(fault));
}

int close(int file) {
  const bool wrote = (::fcntl(file, F_GETFL) & O_ACCMODE) == O_WRONLY;
  const bool failed = fails(wrote ? Call::release : Call::close);
  const int error = errno;
  if (::close(file) != 0) std::abort();
  return failed ? refuse(error) : 0;
}

// Nothing goes to the disk: that takes long, and is seen in power_cut alone.
int fsync(int file) {
  if (fails(Call::flush)) return -1;
  flush(file);
  return 0;
}

int syncfs(int /*file*/) {
  if (fails(Call::flush)) return -1;
  flush_all();
  return 0;
}

int flock(int file, int operation) { return fails(Call::lock) ? -1 : ::flock(file, operation); }

int fchmod(int file, mode_t mode) { return fails(Call::set_mode) ? -1 : ::fchmod(file, mode); }

int fstat(int file, struct stat* found) { return fails(Call::status) ? -1 : ::fstat(file, found); }

int fstatat(int folder, const char* path, struct stat* found, int flags) {
  return fails(Call::status) ? -1 : ::fstatat(folder, path, found, flags);
}

int statx(int folder, const char* path, int flags, unsigned mask, struct statx* found) {
  return fails(Call::status) ? -1 : ::statx(folder, path, flags, mask, found);
}

int mkdirat(int folder, const char* path, mode_t mode) {
  return fails(Call::make_folder) ? -1 : ::mkdirat(folder, path, mode);
}

int linkat(int from, const char* path, int to, const char* name, int flags) {
  if (fails(Call::link)) return -1;
  return is_plain() ? refuse(EPERM) : ::linkat(from, path, to, name, flags);
}

int unlinkat(int folder, const char* path, int flags) {
  return fails(Call::remove) ? -1 : ::unlinkat(folder, path, flags);
}

int renameat2(int from, const char* path, int to, const char* name, unsigned flags) {
  if (fails(Call::rename)) return -1;
  return is_plain() && flags != 0 ? refuse(EINVAL) : ::renameat2(from, path, to, name, flags);
}

DIR* fdopendir(int folder) { return fails(Call::list) ? nullptr : ::fdopendir(folder); }

dirent* readdir(DIR* stream) { return fails(Call::list) ? nullptr : ::readdir(stream); }

int closedir(DIR* stream) {
  const bool failed = fails(Call::close);
  if (::closedir(stream) != 0) std::abort();
  return failed ? refuse(EIO) : 0;
}

std::filesystem::path weakly_canonical(const std::filesystem::path& path, std::error_code& error) {
  if (fails(Call::resolve)) {
    error = {errno, std::generic_category()};
    return {};
  }
  const std::filesystem::path whole = std::filesystem::absolute(path, error);
  return error ? whole : std::filesystem::weakly_canonical(whole, error);
}

pid_t getpid() { return ::getpid(); }

uid_t geteuid() { return ::geteuid(); }

}  // namespace pes::calls
