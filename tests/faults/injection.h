#pragma once

#include <array>
#include <cstddef>
#include <string_view>
#include <vector>

namespace pes::test {

/// The calls of disk/calls.h, of which some are told apart by what they do.
enum class Call {
  open,
  create,
  read,
  write,
  close,    ///< Of what was only read.
  release,  ///< Of what was written.
  flush,
  lock,
  status,
  set_mode,
  make_folder,
  link,
  remove,
  rename,
  list,
  resolve
};

enum class Fault {
  none,
  kill,           ///< The program is stopped before the call, or in the midst of a write.
  power_cut,      ///< The same, and what was written and not flushed is empty.
  io_error,       ///< EIO; a write has written its first half.
  disk_gone,      ///< EIO from there on.
  no_space,       ///< ENOSPC, and again wherever something is to be written from there on.
  access_denied,  ///< EACCES
  interrupted,    ///< EINTR
  stale,          ///< ESTALE
  short_write     ///< The first half is written, and said to be.
};

/// What tests/faults/calls.cc does to the process that runs, and what it has seen.
struct Injection {
  std::size_t at = 0;  ///< From 1; 0 is never.
  Fault fault = Fault::none;
  bool plain = false;  ///< A file system without files that have no name, links and exchanges.
  std::size_t calls = 0;
  std::array<Call, std::size_t{1} << 14U> seen{};
};

/// One for this process and those that it forks.
Injection& injection();

/// The faults that a call can have. What is stopped before a call that only looks leaves the same
/// as what is stopped before the one behind it; to close what was only read says nothing.
std::vector<Fault> faults_of(Call call);

std::string_view name_of(Fault fault);
std::string_view name_of(Call call);

}  // namespace pes::test
