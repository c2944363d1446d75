#include "run/workers.h"

#include <doctest/doctest.h>

#include <atomic>
#include <stdexcept>
#include <string>
#include <vector>

namespace pes::test {

TEST_CASE("workers: every piece is done once, whatever their number") {
  for (const unsigned count : {0U, 1U, 2U, 7U}) {
    for (const std::size_t pieces : {0U, 1U, 5U, 1000U}) {
      std::vector<std::atomic<int>> done(pieces);
      Workers(count).for_each(pieces, [&](std::size_t i) { ++done[i]; });
      for (const auto& times : done) CHECK(times == 1);
    }
  }
}

TEST_CASE("workers: a worker does one range at a time") {
  const Workers workers(4);
  std::vector<std::atomic<int>> busy(workers.count());
  std::atomic<std::size_t> total = 0;
  std::atomic<bool> fine = true;

  workers.for_ranges(1003, [&](std::size_t begin, std::size_t end, unsigned worker) {
    if (++busy[worker] != 1 || worker >= workers.count()) fine = false;
    total += end - begin;
    --busy[worker];
  });

  CHECK(fine);
  CHECK(total == 1003);
}

TEST_CASE("workers: of several failures the first piece's is told, and the others are done") {
  std::atomic<int> done = 0;
  std::string told;
  try {
    Workers(3).for_ranges(100, [&](std::size_t begin, std::size_t end, unsigned) {
      done += static_cast<int>(end - begin);
      if (begin >= 7) throw std::runtime_error(begin < 12 ? "first" : "later");
    });
  } catch (const std::runtime_error& error) {
    told = error.what();
  }
  CHECK(told == "first");
  CHECK(done == 100);
}

}  // namespace pes::test
