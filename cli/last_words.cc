#include "last_words.h"

#include <unistd.h>

#include <array>
#include <csignal>
#include <string_view>

namespace pes {

namespace {

constexpr Text last_words = {
    "pes: arrêt inattendu : plus assez de mémoire, ou une erreur du programme.\n"
    "Rien n'est resté à moitié fait : le site publié est entier.\n",
    "pes: stopped unexpectedly: out of memory, or a mistake of the program.\n"
    "Nothing was left half done: the published site is whole.\n"};

// A signal handler may read nothing but what is ready.
std::string_view ready_words;                       // NOLINT(*-avoid-non-const-global-variables)
alignas(16) std::array<char, 1U << 16U> own_stack;  // NOLINT(*-avoid-non-const-global-variables)

extern "C" void say_last_words(int /*signal*/) {
  static_cast<void>(!::write(STDERR_FILENO, ready_words.data(), ready_words.size()));
  ::_exit(2);
}

}  // namespace

void prepare_last_words(Language language) {
#ifdef PES_SANITIZED
  return;
#endif
  ready_words = last_words.in(language);
  stack_t stack{};
  stack.ss_sp = own_stack.data();
  stack.ss_size = own_stack.size();
  ::sigaltstack(&stack, nullptr);
  struct sigaction action {};
  action.sa_handler = say_last_words;
  action.sa_flags = SA_ONSTACK;
  // GLib stops at a trap.
  for (const int signal : {SIGABRT, SIGBUS, SIGFPE, SIGILL, SIGSEGV, SIGTRAP}) {
    ::sigaction(signal, &action, nullptr);
  }
}

}  // namespace pes
