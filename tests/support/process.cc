#include "support/process.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>

#include "support/files.h"

namespace pes::test {

namespace {

std::vector<char*> pointers(std::vector<std::string>& words) {
  std::vector<char*> out;
  for (std::string& word : words) out.push_back(word.data());
  out.push_back(nullptr);
  return out;
}

// Starts a program with stdout and stderr in the two files.
int start(const std::string& program, const std::vector<std::string>& arguments,
          const Environment& environment, const std::string& out, const std::string& err) {
  std::vector<std::string> words = {program};
  words.insert(words.end(), arguments.begin(), arguments.end());
  std::vector<std::string> variables;
  for (const auto& [name, value] : environment) variables.push_back(name + "=" + value);
  const std::vector<char*> argv = pointers(words);
  const std::vector<char*> envp = pointers(variables);
  const int child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    ::dup2(::open(out.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600), STDOUT_FILENO);
    ::dup2(::open(err.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600), STDERR_FILENO);
    ::execve(argv[0], argv.data(), envp.data());
    ::_exit(127);
  }
  return child;
}

Finished finish(const std::string& program, const std::vector<std::string>& arguments,
                const Environment& environment) {
  const TemporaryFolder folder;
  const std::string out = folder.path() / "out";
  const std::string err = folder.path() / "err";
  const int child = start(program, arguments, environment, out, err);
  int status = 0;
  REQUIRE(::waitpid(child, &status, 0) == child);
  return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, read(out), read(err)};
}

}  // namespace

Finished run_pes(const std::vector<std::string>& arguments, const Environment& environment) {
  return finish(PES_PROGRAM, arguments, environment);
}

Finished run_copy(const std::string& program, const std::vector<std::string>& arguments) {
  return finish(program, arguments, {});
}

int run_shell(const std::string& line) {
  const int status = std::system(("PES='" PES_PROGRAM "'\n" + line).c_str());
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

int start_pes(const std::vector<std::string>& arguments) {
  return start(PES_PROGRAM, arguments, {}, "/dev/null", "/dev/null");
}

}  // namespace pes::test
