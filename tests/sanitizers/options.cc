// How a sanitized program behaves, whoever starts it and with whatever environment.

#ifdef __SANITIZE_THREAD__

extern "C" const char* __tsan_default_options();
extern "C" const char* __tsan_default_options() {
  return "halt_on_error=1:suppressions=" PES_SUPPRESSIONS;
}

#else

extern "C" const char* __lsan_default_options();
extern "C" const char* __lsan_default_options() {
  return "print_suppressions=0:suppressions=" PES_SUPPRESSIONS;
}

#endif
