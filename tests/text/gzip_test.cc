#include "text/gzip.h"

#include <doctest/doctest.h>

#include <random>
#include <string>

namespace pes::test {

namespace {

std::string noise(std::size_t size) {
  std::mt19937 generator(21);
  std::string bytes;
  for (std::size_t i = 0; i < size; ++i) bytes += static_cast<char>(generator() & 0xFFU);
  return bytes;
}

}  // namespace

TEST_CASE("gzip: an empty file is its header and its end") { CHECK(gzip_size("") < 30); }

TEST_CASE("gzip: a text shrinks, and noise does not") {
  CHECK(gzip_size(std::string(100'000, 'a')) < 300);
  CHECK(gzip_size(noise(100'000)) > 100'000);
}

TEST_CASE("gzip: nothing exceeds its bound") {
  for (const std::size_t size : {0U, 1U, 17U, 1'000U, 15'000U, 70'000U}) {
    const std::string texts[] = {noise(size), std::string(size, 'a')};
    for (const std::string& text : texts) {
      CHECK(gzip_size(text) <= largest_gzip_size(size));
      CHECK(gzip_size(text) <= largest_gzip_size(text));
    }
  }
}

}  // namespace pes::test
