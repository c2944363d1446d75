#include "publish/publication.h"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include <array>
#include <csignal>
#include <system_error>

#include "support/files.h"

namespace pes::test {

namespace fs = std::filesystem;

namespace {

using Tree = std::map<std::string, std::string>;

Tree published(const fs::path& folder) {
  Tree tree = read_tree(folder);
  tree.erase(".pes");
  return tree;
}

Published publish(const fs::path& output, std::vector<OutputFile> files, Exchange exchange,
                  const Workers& workers) {
  Publication publication(output, exchange, workers);
  publication.add(files);
  return publication.finish();
}

std::size_t entries_of(const fs::path& folder) {
  return static_cast<std::size_t>(
      std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
}

}  // namespace

TEST_CASE("publication: the output holds exactly the files of this build") {
  for (const Exchange exchange : {Exchange::atomic, Exchange::two_step}) {
    const TemporaryFolder folder;
    const fs::path output = folder.path() / "public";

    publish(output, {{"a.html", "1", {}}, {"b/c.html", "2", {}}}, exchange, Workers());
    publish(output, {{"a.html", "3", {}}, {"d/e/f.html", "4", {}}}, exchange, Workers());

    CHECK(published(output) == Tree{{"a.html", "3"}, {"d/e/f.html", "4"}});
    CHECK(published(folder.path() / ".public.pes-spare").empty());
    CHECK(entries_of(folder.path()) == 2);
  }
}

TEST_CASE("publication: what stays the same is not written again") {
  for (const Exchange exchange : {Exchange::atomic, Exchange::two_step}) {
    const TemporaryFolder folder;
    const fs::path output = folder.path() / "public";
    const fs::path spare = folder.path() / ".public.pes-spare";
    const auto make = [&](const std::string& a, const std::string& path) {
      return publish(output, {{"a.html", a, {}}, {"b/c.html", "2", {}}, {path, "5", {}}}, exchange,
                     Workers(2));
    };
    CHECK(make("1", "x/d.html").written == 4);  // with the mark
    const auto time = fs::last_write_time(output / "b/c.html");
    const auto folder_time = fs::last_write_time(output);

    CHECK(make("1", "x/d.html").written == 0);
    CHECK(fs::last_write_time(output) == folder_time);
    CHECK_FALSE(fs::exists(spare));

    for (const char* text : {"3", "4", "3"}) {
      CHECK(make(text, "x/d.html").written == 1);
      CHECK(published(output) == Tree{{"a.html", text}, {"b/c.html", "2"}, {"x/d.html", "5"}});
      CHECK(published(spare) == Tree{{"b/c.html", "2"}, {"x/d.html", "5"}});
    }
    // A file where a folder was, and the other way round.
    CHECK(make("3", "x").written == 1);
    CHECK(published(output) == Tree{{"a.html", "3"}, {"b/c.html", "2"}, {"x", "5"}});
    CHECK(make("3", "x/e").written == 1);
    CHECK(published(output) == Tree{{"a.html", "3"}, {"b/c.html", "2"}, {"x/e", "5"}});
    CHECK(published(spare) == Tree{{"a.html", "3"}, {"b/c.html", "2"}});
    CHECK(fs::last_write_time(output / "b/c.html") == time);
  }
}

TEST_CASE("publication: what others put into the site or its spare goes") {
  const TemporaryFolder folder;
  const fs::path output = folder.path() / "public";
  const auto make = [&](const char* text) {
    return publish(output, {{"a.html", text, {}}, {"b.html", "2", {}}}, Exchange::atomic,
                   Workers());
  };
  make("1");
  make("2");
  write(output / "c/d.html", "étranger");
  fs::remove(folder.path() / ".public.pes-spare/b.html");
  write(folder.path() / ".public.pes-spare/b.html", "abîmé");

  CHECK(make("2").written == 0);
  CHECK(published(output) == Tree{{"a.html", "2"}, {"b.html", "2"}});
  CHECK_FALSE(fs::exists(output / "c"));

  write(output / "b.html", "autre");
  CHECK(make("2").written == 1);
  CHECK(published(output) == Tree{{"a.html", "2"}, {"b.html", "2"}});
}

TEST_CASE("publication: copies have the bytes of their source") {
  const TemporaryFolder folder;
  const std::string bytes("\0\xFF image", 8);
  write(folder.path() / "source.jpg", bytes);

  const Published made =
      publish(folder.path() / "public", {{"medias/a.jpg", "", folder.path() / "source.jpg"}},
              Exchange::atomic, Workers());

  CHECK(made.written == 2);
  CHECK(made.bytes > bytes.size());
  CHECK(published(folder.path() / "public") == Tree{{"medias/a.jpg", bytes}});
}

TEST_CASE("publication: a failure leaves the old site and nothing else") {
  const TemporaryFolder folder;
  const fs::path output = folder.path() / "public";
  publish(output, {{"a.html", "1", {}}}, Exchange::atomic, Workers());

  CHECK_THROWS_AS(publish(output, {{"a.html", "2", {}}, {"b.jpg", "", "/nulle/part"}},
                          Exchange::atomic, Workers()),
                  std::system_error);

  CHECK(published(output) == Tree{{"a.html", "1"}});
  CHECK(entries_of(folder.path()) == 1);
}

TEST_CASE("publication: files may come some after the other, and are to be found meanwhile") {
  const TemporaryFolder folder;
  const fs::path output = folder.path() / "public";
  publish(output, {{"a.html", "1", {}}, {"b.html", "2", {}}}, Exchange::atomic, Workers());
  std::vector<OutputFile> first = {{"a.html", "1", {}}};
  std::vector<OutputFile> second = {{"c/d.html", "3", {}}, {"c/e.html", "4", {}}};

  Publication publication(output, Exchange::atomic, Workers(2));
  publication.add(first);
  publication.add(second);

  CHECK(first[0].bytes.empty());
  CHECK(read(first[0].copy_of) == "1");
  CHECK(read(second[1].copy_of) == "4");
  CHECK(published(output) == Tree{{"a.html", "1"}, {"b.html", "2"}});
  CHECK(publication.finish().written == 2);
  CHECK(published(output) == Tree{{"a.html", "1"}, {"c/d.html", "3"}, {"c/e.html", "4"}});
}

TEST_CASE("publication: one that is given up leaves the old site and nothing else") {
  const TemporaryFolder folder;
  const fs::path output = folder.path() / "public";
  const auto give_up = [&] {
    std::vector<OutputFile> files = {{"a.html", "3", {}}, {"b/c.html", "4", {}}};
    Publication(output, Exchange::atomic, Workers()).add(files);
  };
  give_up();
  CHECK(fs::is_empty(folder.path()));
  publish(output, {{"a.html", "1", {}}}, Exchange::atomic, Workers());
  publish(output, {{"a.html", "2", {}}}, Exchange::atomic, Workers());
  CHECK(fs::exists(folder.path() / ".public.pes-spare"));

  give_up();

  CHECK(published(output) == Tree{{"a.html", "2"}});
  CHECK(entries_of(folder.path()) == 1);
}

TEST_CASE("publication: running out of space leaves the old site") {
  const TemporaryFolder folder;
  const fs::path output = folder.path() / "public";
  publish(output, {{"a.html", "1", {}}}, Exchange::atomic, Workers());
  rlimit old{};
  ::getrlimit(RLIMIT_FSIZE, &old);
  const auto handler = std::signal(SIGXFSZ, SIG_IGN);
  const rlimit small{4096, old.rlim_max};
  ::setrlimit(RLIMIT_FSIZE, &small);

  bool failed = false;
  try {
    publish(output, {{"a.html", std::string(100'000, 'x'), {}}}, Exchange::atomic, Workers());
  } catch (const std::system_error& error) {
    failed = std::string(error.what()).find("a.html") != std::string::npos;
  }
  ::setrlimit(RLIMIT_FSIZE, &old);
  std::signal(SIGXFSZ, handler);

  CHECK(failed);
  CHECK(published(output) == Tree{{"a.html", "1"}});
  CHECK(entries_of(folder.path()) == 1);
}

TEST_CASE("publication: what a killed run left behind is cleared") {
  const TemporaryFolder folder;
  const fs::path output = folder.path() / "public";
  publish(output, {{"a.html", "1", {}}}, Exchange::atomic, Workers());
  write(folder.path() / ".public.pes-staging/half.html", "x");

  publish(output, {{"a.html", "2", {}}}, Exchange::atomic, Workers());

  CHECK(published(output) == Tree{{"a.html", "2"}});
  CHECK(entries_of(folder.path()) == 2);  // the site and its spare
}

TEST_CASE("publication: a run killed between two renames gives the old site back") {
  const TemporaryFolder folder;
  const fs::path output = folder.path() / "public";
  publish(output, {{"a.html", "1", {}}}, Exchange::atomic, Workers());
  fs::rename(output, folder.path() / ".public.pes-previous");

  CHECK_THROWS(publish(output, {{"b.jpg", "", "/nulle/part"}}, Exchange::two_step, Workers()));

  CHECK(published(output) == Tree{{"a.html", "1"}});
}

TEST_CASE("publication: a folder with other files is not replaced, whoever asks") {
  const TemporaryFolder folder;
  write(folder.path() / "photos/a.jpg", "x");

  CHECK_THROWS_AS(
      publish(folder.path() / "photos", {{"a.html", "1", {}}}, Exchange::atomic, Workers()),
      std::system_error);

  CHECK(read(folder.path() / "photos/a.jpg") == "x");
}

TEST_CASE("publication: only the mark that pes writes is its mark") {
  const TemporaryFolder folder;
  write(folder.path() / "un/.pes/autre", "x");
  write(folder.path() / "deux/.pes", "autre chose");

  for (const char* name : {"un", "deux"}) {
    CHECK(check_output(folder.path() / name, folder.path() / "site", {}) == Refusal::not_ours);
  }
}

TEST_CASE("publication: a trailing slash changes nothing") {
  const TemporaryFolder folder;

  publish(folder.path() / "public/", {{"a.html", "1", {}}}, Exchange::atomic, Workers());

  CHECK(published(folder.path() / "public") == Tree{{"a.html", "1"}});
}

TEST_CASE("publication: a link to the output folder stays a link") {
  const TemporaryFolder folder;
  fs::create_directories(folder.path() / "www");
  fs::create_directory_symlink(folder.path() / "www", folder.path() / "public");

  publish(folder.path() / "public", {{"a.html", "1", {}}}, Exchange::atomic, Workers());

  CHECK(fs::is_symlink(folder.path() / "public"));
  CHECK(published(folder.path() / "www") == Tree{{"a.html", "1"}});
}

TEST_CASE("publication: folders that must not be replaced") {
  const TemporaryFolder folder;
  const fs::path root = folder.path() / "site";
  const std::vector<fs::path> sources = {root / "content", root / "themes"};
  write(root / "content/site.yml", "");
  write(root / "themes/a/theme.yml", "");
  write(root / "photos/a.jpg", "");
  write(root / "fichier", "");
  fs::create_directories(root / "vide");
  const auto check = [&](const fs::path& output) { return check_output(output, root, sources); };

  CHECK(check(root / "public") == Refusal::none);
  CHECK(check(root / "vide") == Refusal::none);
  CHECK(check(root / "photos") == Refusal::not_ours);
  CHECK(check(root / "fichier") == Refusal::not_a_folder);
  CHECK(check(root) == Refusal::overlaps_source);
  CHECK(check(folder.path()) == Refusal::overlaps_source);
  CHECK(check(root / "content") == Refusal::overlaps_source);
  CHECK(check(root / "content/public") == Refusal::overlaps_source);
  CHECK(check(root / "vide/../content") == Refusal::overlaps_source);
  fs::create_directory_symlink(root / "content", root / "lien");
  CHECK(check(root / "lien") == Refusal::overlaps_source);
  publish(root / "public", {{"a.html", "1", {}}}, Exchange::atomic, Workers());
  CHECK(check(root / "public") == Refusal::none);
}

TEST_CASE("publication: a spare without its site, or that somebody has touched, gives nothing") {
  for (const char* what : {"the site is gone", "a page is gone", "a folder is a link"}) {
    const TemporaryFolder folder;
    const fs::path output = folder.path() / "public";
    const fs::path spare = folder.path() / ".public.pes-spare";
    const std::vector<OutputFile> with_her = {
        {"a.html", "1", {}}, {"elle/index.html", "Ada Exemple", {}}, {"b/c.html", "2", {}}};
    publish(output, with_her, Exchange::atomic, Workers(2));
    std::vector<OutputFile> edited = with_her;
    edited[0].bytes = "3";
    publish(output, edited, Exchange::atomic, Workers(2));
    REQUIRE(fs::exists(spare / "elle/index.html"));
    INFO(what);
    if (std::string_view(what) == "the site is gone") {
      fs::remove_all(output);
    } else {
      fs::remove_all(output / "elle");
    }
    if (std::string_view(what) == "a folder is a link") {
      write(folder.path() / "ailleurs/c.html", "2");
      fs::remove_all(output / "b");
      fs::create_directory_symlink("../ailleurs", output / "b");
      fs::remove_all(spare / "b");
      fs::create_directory_symlink("../ailleurs", spare / "b");
    }
    write(spare / "étranger.html", "autre");

    publish(output, {{"a.html", "3", {}}, {"b/c.html", "2", {}}}, Exchange::atomic, Workers(2));

    CHECK(published(output) == Tree{{"a.html", "3"}, {"b/c.html", "2"}});
    CHECK_FALSE(fs::exists(output / "elle"));
    CHECK_FALSE(fs::is_symlink(output / "b"));
    CHECK_FALSE(fs::exists(spare / "elle"));
  }
}

TEST_CASE("publication: links in the place of its folders are deleted, and nothing behind them") {
  const TemporaryFolder folder;
  const fs::path output = folder.path() / "public";
  publish(output, {{"a.html", "1", {}}}, Exchange::atomic, Workers());
  write(folder.path() / "victime/x", "intact");
  for (const char* name : {"spare", "staging", "previous"}) {
    fs::create_directory_symlink("victime", folder.path() / fmt::format(".public.pes-{}", name));
  }

  publish(output, {{"a.html", "2", {}}}, Exchange::atomic, Workers());

  CHECK(published(output) == Tree{{"a.html", "2"}});
  CHECK_FALSE(fs::is_symlink(output));
  CHECK(read_tree(folder.path() / "victime") == Tree{{"x", "intact"}});
}

TEST_CASE("publication: everybody can read the site, whatever the umask, and only then") {
  const TemporaryFolder folder;
  const fs::path output = folder.path() / "public";
  const mode_t old = ::umask(0077);
  publish(output, {{"a.html", "1", {}}, {"b/c.html", "2", {}}}, Exchange::atomic, Workers());
  {
    std::vector<OutputFile> more = {{"d.html", "3", {}}};
    Publication publication(output, Exchange::atomic, Workers());
    publication.add(more);
    CHECK(fs::status(folder.path() / ".public.pes-staging").permissions() == fs::perms::owner_all);
  }
  ::umask(old);
  const auto mode = [&](const char* path) {
    return static_cast<unsigned>(fs::status(output / path).permissions());
  };

  CHECK(mode("") == 0755);
  CHECK(mode("b") == 0755);
  CHECK(mode("a.html") == 0644);
  CHECK(mode("b/c.html") == 0644);
  fs::permissions(output / "a.html", fs::perms::owner_all);
  fs::permissions(output / "b", fs::perms::owner_all);
  publish(output, {{"a.html", "1", {}}, {"b/c.html", "2", {}}}, Exchange::atomic, Workers());
  CHECK(mode("a.html") == 0644);
  CHECK(mode("b") == 0755);
}

TEST_CASE("publication: what another program changes before the exchange is not published") {
  const TemporaryFolder folder;
  const fs::path output = folder.path() / "public";
  const fs::path staging = folder.path() / ".public.pes-staging";
  publish(output, {{"a.html", "1", {}}, {"b.html", "2", {}}}, Exchange::atomic, Workers());
  const auto changes = std::to_array<void (*)(const fs::path&)>(
      {[](const fs::path& site) { write(site / "a.html", "4"); },
       [](const fs::path& site) { write(site / "elle.html", "4"); },
       [](const fs::path& site) { fs::create_directory(site / "vide"); },
       [](const fs::path& site) { fs::remove(site / "a.html"); }});
  for (const auto change : changes) {
    std::vector<OutputFile> files = {{"a.html", "3", {}}, {"b.html", "2", {}}};
    Publication publication(output, Exchange::atomic, Workers());
    publication.add(files);
    change(staging);

    CHECK_THROWS_AS(publication.finish(), std::runtime_error);

    CHECK(published(output) == Tree{{"a.html", "1"}, {"b.html", "2"}});
  }
}

TEST_CASE(
    "publication: a copy that is no longer what it was when it was searched is not published") {
  const TemporaryFolder folder;
  write(folder.path() / "charte.txt", "Ada Exemple");
  OutputFile file = copied_file("medias/charte.txt", folder.path() / "charte.txt");
  write(folder.path() / "charte.txt", "Bea Exemple");

  CHECK_THROWS_AS(publish(folder.path() / "public", {file}, Exchange::atomic, Workers()),
                  std::runtime_error);

  CHECK_FALSE(fs::exists(folder.path() / "public"));
}

TEST_CASE("publication: mount points and a state that is a folder are refused") {
  const TemporaryFolder folder;
  write(folder.path() / ".public.pes-state/x", "");

  CHECK(check_output("/proc", folder.path(), {}) == Refusal::mount_point);
  CHECK(check_output(folder.path() / "public", folder.path() / "site", {}) ==
        Refusal::state_not_a_file);
}

}  // namespace pes::test
