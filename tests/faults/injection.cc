#include "faults/injection.h"

namespace pes::test {

namespace {

bool changes_something(Call call) {
  return call != Call::open && call != Call::read && call != Call::close && call != Call::status &&
         call != Call::list && call != Call::resolve;
}

}  // namespace

std::vector<Fault> faults_of(Call call) {
  if (call == Call::close) return {};
  std::vector<Fault> faults = {Fault::io_error};
  const auto add = [&](std::initializer_list<Fault> more) { faults.insert(faults.end(), more); };
  if (changes_something(call)) add({Fault::kill, Fault::power_cut, Fault::disk_gone});
  switch (call) {
    case Call::open:
      add({Fault::access_denied, Fault::interrupted, Fault::stale});
      break;
    case Call::create:
      add({Fault::access_denied, Fault::interrupted, Fault::stale, Fault::no_space});
      break;
    case Call::read:
      add({Fault::interrupted, Fault::stale});
      break;
    case Call::write:
      add({Fault::interrupted, Fault::no_space, Fault::short_write});
      break;
    case Call::flush:
      add({Fault::interrupted, Fault::no_space});
      break;
    case Call::lock:
      add({Fault::interrupted});
      break;
    case Call::set_mode:
      add({Fault::interrupted, Fault::access_denied});
      break;
    case Call::make_folder:
    case Call::link:
    case Call::rename:
      add({Fault::access_denied, Fault::no_space});
      break;
    case Call::remove:
    case Call::resolve:
      add({Fault::access_denied});
      break;
    case Call::release:
      add({Fault::interrupted, Fault::no_space});
      break;
    case Call::close:
    case Call::status:
    case Call::list:
      break;
  }
  return faults;
}

std::string_view name_of(Fault fault) {
  constexpr std::array<std::string_view, 10> names = {"none",
                                                      "a kill",
                                                      "a power cut",
                                                      "EIO",
                                                      "EIO from there on",
                                                      "ENOSPC from there on",
                                                      "EACCES",
                                                      "EINTR",
                                                      "ESTALE",
                                                      "a short write"};
  return names.at(static_cast<std::size_t>(fault));
}

std::string_view name_of(Call call) {
  constexpr std::array<std::string_view, 16> names = {
      "open",   "create",   "read",        "write", "close",  "release", "flush", "lock",
      "status", "set_mode", "make_folder", "link",  "remove", "rename",  "list",  "resolve"};
  return names.at(static_cast<std::size_t>(call));
}

}  // namespace pes::test
