#include "process.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <system_error>

namespace pes {

namespace {

constexpr int no_such_program = 127;

std::string read_all(int descriptor) {
  std::string out;
  std::array<char, 4096> buffer{};
  for (;;) {
    const ssize_t got = ::read(descriptor, buffer.data(), buffer.size());
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return out;
    out.append(buffer.data(), static_cast<std::size_t>(got));
  }
}

int wait_for(pid_t child, const std::string& program) {
  int status = 0;
  while (::waitpid(child, &status, 0) < 0) {
    if (errno != EINTR) throw std::system_error(errno, std::generic_category(), program);
  }
  return WIFEXITED(status) ? WEXITSTATUS(status) : 1;
}

}  // namespace

ProgramResult run_program(std::vector<std::string> arguments, bool capture) {
  std::vector<char*> raw;
  for (std::string& argument : arguments) raw.push_back(argument.data());
  raw.push_back(nullptr);
  std::array<int, 2> pipe{-1, -1};
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  if (capture) {
    if (::pipe2(pipe.data(), O_CLOEXEC) != 0) {
      throw std::system_error(errno, std::generic_category(), arguments.front());
    }
    posix_spawn_file_actions_adddup2(&actions, pipe[1], STDOUT_FILENO);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  }
  pid_t child = 0;
  const int failure = posix_spawnp(&child, raw.front(), &actions, nullptr, raw.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  if (capture) ::close(pipe[1]);
  ProgramResult result{no_such_program, ""};
  if (failure == 0) {
    if (capture) result.out = read_all(pipe[0]);
    result.code = wait_for(child, arguments.front());
  }
  if (capture) ::close(pipe[0]);
  return result;
}

std::string run_git(const std::filesystem::path& folder, const std::vector<std::string>& command) {
  // In a container the folder often belongs to somebody else.
  std::vector<std::string> arguments = {
      "git", "-c", "safe.directory=*", "-c", "core.quotePath=off", "-C", folder.string()};
  arguments.insert(arguments.end(), command.begin(), command.end());
  const ProgramResult result = run_program(arguments, true);
  return result.code == 0 ? result.out : "";
}

}  // namespace pes
