#include "images/cache.h"

#include <doctest/doctest.h>

#include "support/files.h"

namespace pes::test {

namespace fs = std::filesystem;

TEST_CASE("cache: what is kept is found again, by another run too") {
  const TemporaryFolder folder;
  Cache(folder.path() / "images").keep("a-400.jpg", "des octets");

  Cache again(folder.path() / "images");

  REQUIRE(again.find("a-400.jpg").has_value());
  CHECK(read(*again.find("a-400.jpg")) == "des octets");
  CHECK_FALSE(again.find("b-400.jpg").has_value());
}

TEST_CASE("cache: a damaged, shortened or emptied entry is as if it were not there") {
  const TemporaryFolder folder;
  const fs::path kept = Cache(folder.path()).keep("a-400.jpg", "des octets");

  for (const char* bytes : {"des 0ctets", "des", ""}) {
    write(kept, bytes);
    CHECK_FALSE(Cache(folder.path()).find("a-400.jpg").has_value());
  }
  fs::remove(kept);
  fs::create_symlink("/etc/hostname", kept);
  CHECK_FALSE(Cache(folder.path()).find("a-400.jpg").has_value());
}

TEST_CASE("cache: what was not used goes, what is not its own stays") {
  const TemporaryFolder folder;
  const fs::path images = folder.path() / "images";
  Cache first(images);
  const fs::path old = first.keep("retire.jpg", "un visage");
  const fs::path used = first.keep("garde.jpg", "un mur");
  write(images / "notes.txt", "à moi");

  Cache second(images);
  CHECK(second.find("garde.jpg").has_value());
  second.prune();

  CHECK_FALSE(fs::exists(old));
  CHECK(fs::exists(used));
  CHECK(fs::exists(images / "notes.txt"));
}

TEST_CASE("cache: it leaves no folder where it has nothing to keep") {
  const TemporaryFolder folder;
  const fs::path images = folder.path() / "images";
  Cache(images).keep("a.jpg", "x");

  Cache(images).prune();

  CHECK_FALSE(fs::exists(images));
  Cache(images).prune();
}

}  // namespace pes::test
