#include <doctest/doctest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <csignal>
#include <filesystem>
#include <random>
#include <thread>

#include "support/files.h"
#include "support/process.h"

namespace pes::test {

namespace fs = std::filesystem;

TEST_CASE("publication: killed at random moments, a reader never misses a page") {
  const TemporaryFolder folder;
  const std::string output = folder.path() / "public";
  const std::vector<std::string> build = {
      "build",  "--source",  repository() / "tests/sites/champs", "--output", output,
      "--date", "2026-01-15"};
  REQUIRE(run_pes(build).code == 0);
  const auto whole = read_tree(output);

  std::atomic<bool> done = false;
  std::atomic<int> reads = 0;
  std::atomic<int> misses = 0;
  std::thread reader([&] {
    while (!done) {
      for (const auto& [path, bytes] : whole) {
        if (read(fs::path(output) / path) != bytes) ++misses;
        ++reads;
      }
    }
  });

  std::mt19937 random(21);
  for (int round = 0; round < 50; ++round) {
    const int child = start_pes(build);
    ::usleep(static_cast<useconds_t>(random() % 40'000));
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
  }
  done = true;
  reader.join();

  CHECK(reads > 1000);
  CHECK(misses == 0);
  REQUIRE(run_pes(build).code == 0);
  CHECK(read_tree(output) == whole);
  CHECK(std::distance(fs::directory_iterator(folder.path()), fs::directory_iterator()) == 1);
}

}  // namespace pes::test
