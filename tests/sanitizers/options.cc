// How a sanitized program behaves, whoever starts it and with whatever environment.

#ifdef PES_SANITIZED_THREAD

extern "C" const char* __tsan_default_options();
extern "C" const char* __tsan_default_options() {
  return "halt_on_error=1:suppressions=" PES_SUPPRESSIONS;
}

#else

// Less of what was given back is kept, and shorter stacks: the tests start thousands of programs.
extern "C" const char* __asan_default_options();
extern "C" const char* __asan_default_options() {
  return "quarantine_size_mb=32:malloc_context_size=12";
}

// The leak detector of GCC 12 crashes where it reads the variables of threads that a module has
// opened.
extern "C" const char* __lsan_default_options();
extern "C" const char* __lsan_default_options() {
  return "use_tls=0:print_suppressions=0:suppressions=" PES_SUPPRESSIONS;
}

#endif
