#include <doctest/doctest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <csignal>
#include <filesystem>
#include <random>
#include <thread>

#include "support/files.h"
#include "support/process.h"
#include "support/sites.h"

namespace pes::test {

namespace fs = std::filesystem;

namespace {

using Tree = std::map<std::string, std::string>;

// A site whose every page says which of the two it is.
void write_site(const fs::path& folder, const std::string& title) {
  copy_minimal_site(folder);
  const std::string settings = read(folder / "content/site.yml");
  write(folder / "content/site.yml", "titre: " + title + settings.substr(settings.find('\n')));
  for (int i = 0; i < 60; ++i) {
    write(folder / "content/projets" / ("projet-" + std::to_string(i) + ".md"),
          "---\ntitre: Projet " + std::to_string(i) + "\ndispositif: dla\n---\n\nTexte.\n");
  }
}

Tree only_pages(Tree tree) {
  std::erase_if(tree, [](const auto& file) { return !file.first.ends_with(".html"); });
  return tree;
}

}  // namespace

TEST_CASE("publication: killed at random moments, a reader finds a whole site, old or new") {
  const TemporaryFolder folder;
  const std::string output = folder.path() / "public";
  const auto build = [&](const char* site) {
    return std::vector<std::string>{"build", "--source", folder.path() / site, "--output", output};
  };
  write_site(folder.path() / "un", "Le premier");
  write_site(folder.path() / "deux", "Le second");
  REQUIRE(run_pes(build("deux")).code == 0);
  const Tree second = read_tree(output);
  const auto start = std::chrono::steady_clock::now();
  REQUIRE(run_pes(build("un")).code == 0);
  const auto whole_build = std::chrono::steady_clock::now() - start;
  const Tree first = read_tree(output);
  const Tree first_pages = only_pages(first);
  const Tree second_pages = only_pages(second);
  REQUIRE(first_pages.size() == second_pages.size());

  std::atomic<bool> done = false;
  std::atomic<int> reads = 0;
  std::atomic<int> misses = 0;
  std::thread reader([&] {
    while (!done) {
      for (const auto& [path, bytes] : first_pages) {
        const std::string found = read(fs::path(output) / path);
        if (found != bytes && found != second_pages.at(path)) ++misses;
        ++reads;
      }
    }
  });

  std::mt19937 random(21);
  // The length of a build, as the machine's load lets it be: the kills close in on the exchange.
  double length = std::chrono::duration<double, std::micro>(whole_build).count();
  bool shows_first = true;
  int replaced = 0;
  int kept = 0;
  int mixed = 0;
  const auto enough = [&](int round) {
    return (round >= 50 && kept >= 5 && replaced >= 5) || round >= 500;
  };
  for (int round = 0; !enough(round); ++round) {
    const int child = start_pes(build(shows_first ? "deux" : "un"));
    const double share = 0.5 + static_cast<double>(random() % 1000) / 1000.0;
    ::usleep(static_cast<useconds_t>(length * share));
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    const Tree now = read_tree(output);
    const Tree& old = shows_first ? first : second;
    const Tree& fresh = shows_first ? second : first;
    mixed += now != old && now != fresh ? 1 : 0;
    kept += now == old ? 1 : 0;
    length *= now == old ? 1.1 : 0.9;
    if (now == fresh) {
      ++replaced;
      shows_first = !shows_first;
    }
  }
  done = true;
  reader.join();

  CHECK(reads > 1000);
  CHECK(misses == 0);
  CHECK(mixed == 0);
  CHECK(kept >= 5);
  CHECK(replaced >= 5);
  REQUIRE(run_pes(build("un")).code == 0);
  CHECK(read_tree(output) == first);
  CHECK_FALSE(fs::exists(folder.path() / ".public.pes-staging"));
}

}  // namespace pes::test
