# What PES_SANITIZE adds to every part of pes, the module that it opens included.
if(PES_SANITIZE STREQUAL "address")
  set(sanitizers -fsanitize=address,undefined -fno-sanitize-recover=all)
else()
  set(sanitizers -fsanitize=thread)
  target_compile_definitions(pes_options INTERFACE PES_SANITIZED_THREAD)
endif()
target_compile_definitions(pes_options INTERFACE PES_SANITIZED)
# GCC 12 takes what it adds to std::regex for reads of what nobody has written.
target_compile_options(pes_options INTERFACE ${sanitizers} -fno-omit-frame-pointer
                                             $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>)
target_link_options(pes_options INTERFACE ${sanitizers})
# With asserts, and with the lines that a report names.
set(CMAKE_CXX_FLAGS_RELWITHDEBINFO "-O1 -g1")

add_library(pes_sanitized OBJECT tests/sanitizers/options.cc)
target_link_libraries(pes_sanitized PRIVATE pes_options)
target_compile_definitions(pes_sanitized PRIVATE
  PES_SUPPRESSIONS="${CMAKE_SOURCE_DIR}/tests/sanitizers/${PES_SANITIZE}.supp")
