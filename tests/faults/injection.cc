#include "faults/injection.h"

namespace pes::test {

std::vector<Fault> faults_of(Call call) {
  std::vector<Fault> faults = {Fault::kill, Fault::power_cut, Fault::io_error, Fault::disk_gone};
  const auto add = [&](std::initializer_list<Fault> more) { faults.insert(faults.end(), more); };
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
    case Call::close:
      add({Fault::interrupted, Fault::no_space});
      break;
    case Call::status:
    case Call::list:
      add({Fault::stale});
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
  constexpr std::array<std::string_view, 15> names = {
      "open",     "create",      "read", "write",  "close",  "flush", "lock",   "status",
      "set_mode", "make_folder", "link", "remove", "rename", "list",  "resolve"};
  return names.at(static_cast<std::size_t>(call));
}

}  // namespace pes::test
