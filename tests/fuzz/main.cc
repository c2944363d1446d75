#define DOCTEST_CONFIG_IMPLEMENT
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <filesystem>

#include "fuzz/properties.h"
#include "fuzz/targets.h"
#include "support/files.h"

namespace {

const pes::test::FuzzTarget* target = nullptr;

void write_seeds(const std::filesystem::path& folder) {
  std::size_t number = 0;
  for (const std::string& seed : target->seeds()) {
    pes::test::write(folder / fmt::format("{:04}", number++), seed);
  }
}

}  // namespace

// pes_fuzz TARGET SEEDS …: writes the seeds of a target to a folder and leaves the rest, corpora or
// one input among it, to libFuzzer. Without a target it lists them.
extern "C" int LLVMFuzzerInitialize(int* argc, char*** argv) {
  static doctest::Context context;
  context.setAsDefaultForAssertsOutOfTestCases();
  context.setAssertHandler([](const doctest::AssertData&) { std::abort(); });
  const auto targets = pes::test::fuzz_targets();
  if (*argc < 3) {
    for (const auto& known : targets) fmt::print("{}\n", known.name);
    std::exit(0);
  }
  const std::string_view name = (*argv)[1];
  const auto found = std::find_if(targets.begin(), targets.end(),
                                  [&](const auto& known) { return known.name == name; });
  if (found == targets.end()) {
    fmt::print(stderr, "pes_fuzz: no target {}\n", name);
    std::exit(2);
  }
  target = &*found;
  write_seeds((*argv)[2]);
  constexpr int taken = 2;
  (*argv)[taken] = (*argv)[0];
  *argv += taken;
  *argc -= taken;
  return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  try {
    target->hold({reinterpret_cast<const char*>(data), size});
  } catch (const pes::test::Broken& broken) {
    fmt::print(stderr, "{}", broken.what());
    std::abort();
  }
  return 0;
}
