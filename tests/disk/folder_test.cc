#include "disk/folder.h"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <system_error>

#include "disk/walk.h"
#include "support/files.h"

namespace pes::test {

namespace fs = std::filesystem;

namespace {

// A folder beside which a victim lies, and in which « lien » leads to it.
struct Place {
  TemporaryFolder outer;
  fs::path inner = outer.path() / "dossier";

  Place() {
    write(outer.path() / "victime/x.txt", "intact");
    fs::create_directory(inner);
    fs::create_directory_symlink("../victime", inner / "lien");
    fs::create_symlink("../victime/x.txt", inner / "lien.txt");
  }
  [[nodiscard]] std::string victim() const { return read(outer.path() / "victime/x.txt"); }
};

}  // namespace

TEST_CASE("folder: nothing is made over what is there, nor behind a link") {
  const Place place;
  const Folder folder(place.inner);
  write(place.inner / "la.txt", "la");

  CHECK_THROWS_AS(static_cast<void>(folder.create("la.txt", 0644)), std::system_error);
  CHECK_THROWS_AS(static_cast<void>(folder.create("lien.txt", 0644)), std::system_error);
  CHECK_THROWS_AS(static_cast<void>(folder.create("lien/y.txt", 0644)), std::system_error);
  CHECK_THROWS_AS(static_cast<void>(folder.make("lien/sous", 0755)), std::system_error);

  CHECK(read(place.inner / "la.txt") == "la");
  CHECK(read_tree(place.outer.path() / "victime").size() == 1);
}

TEST_CASE("folder: what lies behind a link is not there") {
  const Place place;
  const Folder folder(place.inner);

  CHECK_FALSE(folder.read("lien.txt"));
  CHECK_FALSE(folder.read("lien/x.txt"));
  CHECK_FALSE(folder.find("lien"));
  CHECK_FALSE(folder.status("lien/x.txt"));
  REQUIRE(folder.status("lien"));
  CHECK(S_ISLNK(folder.status("lien")->st_mode));
  CHECK(walk(folder, Workers(2)).size() == 2);
}

TEST_CASE("folder: removing a link leaves what it leads to") {
  const Place place;
  const Folder folder(place.inner);
  write(place.inner / "sous/a/b.txt", "b");
  fs::create_directory_symlink("../../victime", place.inner / "sous/lien");

  folder.remove("sous");
  folder.remove("lien");
  folder.remove("lien.txt");
  folder.remove("absent/x");

  CHECK(folder.list().empty());
  CHECK(place.victim() == "intact");
}

TEST_CASE("folder: a pipe is no file, and is not waited for") {
  const Place place;
  REQUIRE(::mkfifo((place.inner / "tube").c_str(), 0600) == 0);

  CHECK_FALSE(Folder(place.inner).read("tube"));
}

TEST_CASE("folder: modes are what they were asked to be, whatever the umask") {
  const Place place;
  const Folder folder(place.inner);
  const mode_t old = ::umask(0077);
  static_cast<void>(folder.make("a/b", 0755));
  static_cast<void>(folder.create("a/b/c.txt", 0644));
  ::umask(old);

  CHECK(permissions(*folder.status("a")) == 0755);
  CHECK(permissions(*folder.status("a/b")) == 0755);
  CHECK(permissions(*folder.status("a/b/c.txt")) == 0644);
}

}  // namespace pes::test
