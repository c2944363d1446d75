#include <doctest/doctest.h>
#include <fmt/format.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <functional>
#include <random>

#include "support/files.h"
#include "support/process.h"
#include "support/sites.h"

namespace pes::test {

namespace fs = std::filesystem;

namespace {

using Tree = std::map<std::string, std::string>;

// A site that somebody works on, one step after another.
class Work {
 public:
  explicit Work(fs::path folder) : folder_(std::move(folder)) {
    copy_minimal_site(source());
    for (int i = 0; i < 4; ++i) add();
  }

  [[nodiscard]] fs::path source() const { return folder_ / "site"; }
  [[nodiscard]] fs::path output() const { return folder_ / "public"; }
  [[nodiscard]] fs::path victim() const { return folder_ / "victime"; }
  [[nodiscard]] const std::string& day() const { return day_; }

  /// Does something at random and says what.
  std::string step() {
    const std::vector<std::pair<const char*, std::function<void()>>> steps = {
        {"nothing", [] {}},
        {"edit", [&] { edit(); }},
        {"edit again", [&] { edit(); }},
        {"add", [&] { add(); }},
        {"rename", [&] { rename(); }},
        {"delete", [&] { remove(); }},
        {"withdraw", [&] { withdraw(); }},
        {"let time pass", [&] { day_ = day_ == "2026-01-15" ? "2029-01-15" : "2026-01-15"; }},
        {"break a record", [&] { write(any_record(), "---\ntitre: [\n---\n"); }},
        {"delete broken records", [&] { remove_broken(); }},
        {"edit the theme", [&] { append(source() / "themes/mini/static/style.css", "/* */\n"); }},
        {"lose the state", [&] { fs::remove(folder_ / ".public.pes-state"); }},
        {"damage the state", [&] { append(folder_ / ".public.pes-state", "x"); }},
        {"lose the spare", [&] { fs::remove_all(folder_ / ".public.pes-spare"); }},
        {"leave what a killed run leaves", [&] { write_below(beside("staging"), "a.html"); }},
        {"damage the site", [&] { append(output() / "index.html", "abîmé"); }},
        {"overwrite a page, and put its time back", [&] { overwrite(any_file(output())); }},
        {"put a stranger into the site",
         [&] {
           if (fs::exists(output() / ".pes")) write_below(output(), "ailleurs/x.html");
         }},
        {"delete the site", [&] { fs::remove_all(output()); }},
        {"delete a page", [&] { fs::remove_all(any_file(output()).parent_path()); }},
        {"keep the site", [&] { keep(); }},
        {"restore the site", [&] { restore(output()); }},
        {"restore a page", [&] { restore_page(output()); }},
        {"restore a page of the spare", [&] { restore_page(beside("spare")); }},
        {"restore the spare", [&] { restore(beside("spare")); }},
        {"plant a link", [&] { plant_link(); }},
        {"kill a build", [&] { kill_build(); }}};
    const auto& [name, work] = steps[below(steps.size())];
    work();
    return name;
  }

 private:
  std::size_t below(std::size_t limit) { return random_() % limit; }

  // Alternating kinds; a testimonial needs a consent, which lapses in 2028.
  void add() {
    const int number = ++count_;
    const bool testimonial = number % 2 == 0;
    write(source() / fmt::format("content/{}/fiche-{}.md", testimonial ? "temoignages" : "projets",
                                 number),
          fmt::format("---\ntitre: Fiche {0}\n{1}dispositif: dla\ndate: 2024-0{2}-01\n"
                      "themes: [theme {2}]\n{3}---\n\nUn texte.\n",
                      number,
                      testimonial ? fmt::format("structure: Structure {}\nforme: citation\n"
                                                "auteur: Ada Exemple {}\n",
                                                number, letters(number))
                                  : "",
                      1 + number % 3,
                      testimonial ? "consentement: {base: accord-ecrit, recueilli_le: 2025-01-10, "
                                    "expire_le: 2028-01-01, preuve: REG-1}\n"
                                  : ""));
  }

  // A surname of its own for each number.
  static std::string letters(int number) {
    std::string name = "Du";
    for (; number > 0; number /= 10) name += static_cast<char>('b' + number % 10);
    return name;
  }

  std::vector<fs::path> records() const {
    std::vector<fs::path> found;
    for (const char* kind : {"projets", "temoignages"}) {
      if (!fs::exists(source() / "content" / kind)) continue;
      for (const auto& entry : fs::directory_iterator(source() / "content" / kind)) {
        found.push_back(entry.path());
      }
    }
    std::sort(found.begin(), found.end());
    return found;
  }

  fs::path any_record() {
    if (records().empty()) add();
    const auto all = records();
    return all[below(all.size())];
  }

  static void append(const fs::path& path, const std::string& text) {
    if (fs::exists(path)) write(path, read(path) + text);
  }

  static void overwrite(const fs::path& path) {
    if (!fs::is_regular_file(path)) return;
    const fs::file_time_type time = fs::last_write_time(path);
    std::string bytes = read(path);
    for (char& c : bytes) c = static_cast<char>(c ^ 1);
    write(path, bytes);
    fs::last_write_time(path, time);
  }

  void edit() { append(any_record(), fmt::format("\nEncore une phrase, la {}.\n", ++edits_)); }

  void rename() {
    const fs::path from = any_record();
    fs::rename(from, from.parent_path() / fmt::format("autre-{}.md", ++count_));
  }

  void remove() { fs::remove(any_record()); }

  void withdraw() {
    const fs::path record = any_record();
    const std::string text = read(record);
    const std::size_t end = text.find("expire_le: 2028");
    if (end != std::string::npos) {
      write(record, std::string(text).replace(end, 21, "retrait: 2025-06-01"));
    }
  }

  [[nodiscard]] fs::path beside(const char* what) const {
    return folder_ / fmt::format(".public.pes-{}", what);
  }

  // A file below a folder, which may be missing.
  fs::path any_file(const fs::path& folder) {
    const Tree tree = read_tree(folder);
    if (tree.empty()) return folder / "rien/rien.html";
    return folder / std::next(tree.begin(), static_cast<long>(below(tree.size())))->first;
  }

  void keep() {
    fs::remove_all(folder_ / "copie");
    if (fs::exists(output())) copy(output(), folder_ / "copie");
  }

  // What it was some steps ago, people who have withdrawn since then included.
  void restore(const fs::path& place) {
    if (!fs::exists(folder_ / "copie")) return;
    fs::remove_all(place);
    copy(folder_ / "copie", place);
    fs::permissions(place, fs::perms::owner_all);
  }

  void restore_page(const fs::path& place) {
    const fs::path page = any_file(folder_ / "copie");
    if (!fs::exists(page) || !fs::exists(place)) return;
    write_below(place, fs::relative(page, folder_ / "copie"), read(page));
  }

  // Unless that would be behind a link.
  static void write_below(const fs::path& place, const fs::path& path,
                          std::string_view text = "x") {
    if (fs::weakly_canonical(place / path) ==
        fs::weakly_canonical(place.parent_path()) / place.filename() / path) {
      write(place / path, text);
    }
  }

  static void copy(const fs::path& from, const fs::path& to) {
    fs::copy(from, to, fs::copy_options::recursive);
  }

  // In the place of something that is ours by its name, or of a folder of the site.
  void plant_link() {
    write(victim() / "intact.html", "intact");
    const std::vector<fs::path> places = {beside("spare"),           beside("staging"),
                                          beside("previous"),        beside("state"),
                                          beside("state") += ".new", output() / "projets"};
    const fs::path place = places[below(places.size())];
    if (!fs::exists(place.parent_path())) return;
    fs::remove_all(place);
    fs::create_symlink(victim(), place);
  }

  void kill_build() {
    const int child = start_pes(
        {"build", "--source", source(), "--date", day(), "--output", output(), "--jobs", "2"});
    ::usleep(static_cast<useconds_t>(below(60'000)));
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
  }

  void remove_broken() {
    for (const fs::path& record : records()) {
      if (read(record).find("titre: [") != std::string::npos) fs::remove(record);
    }
  }

  fs::path folder_;
  std::mt19937 random_{2021};
  std::string day_ = "2026-01-15";
  int count_ = 0;
  int edits_ = 0;
};

}  // namespace

// Folders too, and how others may read everything.
std::map<std::string, unsigned> modes_of(const fs::path& folder) {
  std::map<std::string, unsigned> modes;
  if (!fs::exists(folder)) return modes;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    modes[fs::relative(entry.path(), folder)] =
        static_cast<unsigned>(entry.symlink_status().permissions());
  }
  return modes;
}

TEST_CASE("publication: after 500 steps at random, each build gives what a cold one gives") {
  const TemporaryFolder folder;
  const TemporaryFolder elsewhere;
  Work work(folder.path());
  Tree published;
  std::size_t failures = 0;
  std::size_t quiet = 0;
  for (int step = 0; step < 500; ++step) {
    const std::string what = work.step();
    const fs::path cold = elsewhere.path() / std::to_string(step);
    const auto build = [&](const fs::path& output, const std::string& jobs) {
      return run_pes({"build", "--source", work.source(), "--date", work.day(), "--output", output,
                      "--jobs", jobs});
    };
    const bool touched = read_tree(work.output()) != published;
    const Finished again = build(work.output(), std::to_string(1 + step % 4));
    const Finished fresh = build(cold, "1");
    INFO("step ", step, ": ", what, "\n", again.err);
    REQUIRE(again.code == fresh.code);
    REQUIRE(again.err == fresh.err);
    if (fresh.code == 0) {
      REQUIRE(read_tree(work.output()) == read_tree(cold));
      REQUIRE(modes_of(work.output()) == modes_of(cold));
      quiet += read_tree(cold) == published && !touched ? 1 : 0;
      published = read_tree(cold);
      REQUIRE_FALSE(fs::exists(folder.path() / ".public.pes-staging"));
      // Nothing lives on in the folder that waits for the next build.
      for (const auto& [path, bytes] : read_tree(folder.path() / ".public.pes-spare")) {
        REQUIRE(published.contains(path));
        REQUIRE(published.at(path) == bytes);
      }
    } else {
      // What was there stays, even where somebody else has changed it.
      ++failures;
      published = read_tree(work.output());
    }
    for (const auto& [path, bytes] : read_tree(work.victim())) REQUIRE(bytes == "intact");
    REQUIRE(read_tree(work.victim()).size() <= 1);
    fs::remove_all(cold);
    fs::remove_all(elsewhere.path() / fmt::format(".{}.pes-state", step));
  }
  CHECK(failures > 10);
  CHECK(quiet > 20);
}

}  // namespace pes::test
