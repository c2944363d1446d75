#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdio>

#include "fuzz/properties.h"
#include "fuzz/targets.h"
#include "options.h"
#include "run.h"

namespace pes::test {

namespace {

// One argument a line.
std::vector<std::string> arguments_in(std::string_view bytes) {
  std::vector<std::string> arguments;
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t end = std::min(bytes.find('\n', at), bytes.size());
    // An argument ends at the first zero.
    const std::string argument(bytes.substr(at, end - at));
    arguments.emplace_back(argument.c_str());
    at = end + 1;
  }
  return arguments;
}

void a_refusal_says_why(const Parsed& parsed) {
  if (parsed.options) return;
  hold(parsed.exit_code == 0 || parsed.exit_code == 2, "an exit code is 0 or 2");
  hold(!parsed.text.empty(), "a refusal says why");
}

// What writes to nowhere but the standard output. Schema reads the content of the folder where this
// runs, or of one that the bytes name.
bool only_prints(Command command) {
  return command == Command::explain || command == Command::schema ||
         command == Command::completion || command == Command::man;
}

// What would be printed goes nowhere.
class Silence {
 public:
  Silence() {
    std::fflush(stdout);
    std::fflush(stderr);
    for (int stream = 1; stream <= 2; ++stream) {
      kept_.at(static_cast<std::size_t>(stream - 1)) = ::dup(stream);
    }
    if (std::FILE* nowhere = std::fopen("/dev/null", "w")) {
      ::dup2(::fileno(nowhere), 1);
      ::dup2(::fileno(nowhere), 2);
      std::fclose(nowhere);
    }
  }
  ~Silence() {
    std::fflush(stdout);
    std::fflush(stderr);
    for (int stream = 1; stream <= 2; ++stream) {
      ::dup2(kept_.at(static_cast<std::size_t>(stream - 1)), stream);
      ::close(kept_.at(static_cast<std::size_t>(stream - 1)));
    }
  }
  Silence(const Silence&) = delete;
  Silence& operator=(const Silence&) = delete;

 private:
  std::array<int, 2> kept_{};
};

void a_run_ends_with_a_known_code(const std::vector<std::string>& arguments) {
  int code = 0;
  {
    const Silence silence;
    code = run(arguments);
  }
  hold(code >= 0 && code <= 2, "a run ends with a known code", std::to_string(code));
}

}  // namespace

void hold_command_line(std::string_view bytes) {
  const std::vector<std::string> arguments = arguments_in(bytes);
  const Parsed parsed = parse_options(arguments, Language::fr);
  a_refusal_says_why(parsed);
  if (parsed.options && only_prints(parsed.options->command)) {
    a_run_ends_with_a_known_code(arguments);
  }
}

}  // namespace pes::test
