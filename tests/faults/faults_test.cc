#include <doctest/doctest.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <functional>
#include <iostream>
#include <map>

#include "faults/injection.h"
#include "run.h"
#include "support/files.h"
#include "support/sites.h"

namespace pes::test {

namespace fs = std::filesystem;

namespace {

using Words = std::vector<std::string>;
/// By path: a letter for what it is, its permissions, and its bytes.
using Tree = std::map<std::string, std::string>;

// Sees hidden folders, modes and links too.
Tree look_at(const fs::path& folder) {
  Tree tree;
  if (!fs::exists(fs::symlink_status(folder))) return tree;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    struct stat status {};
    REQUIRE(::lstat(entry.path().c_str(), &status) == 0);
    const bool file = S_ISREG(status.st_mode);
    tree[fs::relative(entry.path(), folder)] =
        fmt::format("{:o} {}", status.st_mode, file ? read(entry.path()) : "");
  }
  return tree;
}

Tree below(const Tree& tree, const std::string& folder) {
  Tree part;
  for (const auto& [path, what] : tree) {
    if (path.starts_with(folder + "/")) part[path.substr(folder.size() + 1)] = what;
  }
  return part;
}

bool is_draft(const std::string& path) { return path.find("/.pes-draft.") != std::string::npos; }

// A copy in which files keep their times and what links they share: a build looks at them.
void copy_exactly(const fs::path& from, const fs::path& to) {
  fs::remove_all(to);
  std::map<ino_t, fs::path> links;
  const auto copy = [&](const auto& self, const fs::path& source, const fs::path& target) -> void {
    struct stat status {};
    REQUIRE(::lstat(source.c_str(), &status) == 0);
    if (S_ISDIR(status.st_mode)) {
      fs::create_directory(target);
      for (const auto& entry : fs::directory_iterator(source)) {
        self(self, entry.path(), target / entry.path().filename());
      }
    } else if (const auto known = links.find(status.st_ino); known != links.end()) {
      fs::create_hard_link(known->second, target);
      return;
    } else {
      write(target, read(source));
      links[status.st_ino] = target;
    }
    REQUIRE(::chmod(target.c_str(), status.st_mode & 07777) == 0);
    const std::array<timespec, 2> times = {status.st_atim, status.st_mtim};
    REQUIRE(::utimensat(AT_FDCWD, target.c_str(), times.data(), 0) == 0);
  };
  copy(copy, from, to);
}

struct Ended {
  int code = 0;  ///< Of the program, or the negative number of the signal that ended it.
  std::string said;
};

// Runs the program in a process of its own, with a fault or without one.
Ended run_with(const Words& arguments, std::size_t at = 0, Fault fault = Fault::none) {
  static const int said = ::memfd_create("said", 0);
  REQUIRE(::ftruncate(said, 0) == 0);
  REQUIRE(::lseek(said, 0, SEEK_SET) == 0);
  injection().at = at;
  injection().fault = fault;
  injection().calls = 0;
  const pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    ::dup2(said, STDERR_FILENO);
    ::dup2(said, STDOUT_FILENO);
    const int code = run(arguments);
    std::fflush(nullptr);
    ::_exit(code);
  }
  int status = 0;
  REQUIRE(::waitpid(child, &status, 0) == child);
  Ended ended{WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status), ""};
  ended.said.resize(static_cast<std::size_t>(::lseek(said, 0, SEEK_END)));
  REQUIRE(::pread(said, ended.said.data(), ended.said.size(), 0) ==
          static_cast<ssize_t>(ended.said.size()));
  return ended;
}

// What a command is run on, and with.
struct Scenario {
  const char* name;
  std::function<void(const fs::path&)> prepare;
  Words command;
  bool plain = false;
};

class Trial {
 public:
  explicit Trial(const Scenario& scenario) : scenario_(scenario) {
    injection().plain = scenario.plain;
    command_ = scenario.command;
    command_.insert(command_.end(), {"--source", work() / "site", "--jobs", "1"});
    if (command_.front() == "build")
      command_.insert(command_.end(), {"--output", work() / "public"});
    fs::create_directory(work());
    scenario.prepare(work());
    copy_exactly(work(), start());
    old_ = look_at(work());
    clean_ = run_with(command_);
    calls_ = injection().calls;
    seen_.assign(injection().seen.begin(),
                 injection().seen.begin() + static_cast<long>(calls_) + 1);
    fresh_ = look_at(work());
  }

  // Every fault of every call, or of every so many of them.
  void try_all(std::size_t step) {
    INFO("clean: ", clean_.said);
    REQUIRE(clean_.code == 0);
    CHECK(leftovers(fresh_) == "");
    for (std::size_t at = 1; at <= calls_; ++at) {
      for (const Fault fault : faults_of(seen_[at])) {
        if (turn_++ % step == 0) try_one(at, fault);
      }
    }
    std::cout << fmt::format("{}: {} calls, {} runs, {} of them stopped or refused\n",
                             scenario_.name, calls_, runs_, refused_)
              << std::flush;
  }

 private:
  [[nodiscard]] fs::path work() const { return folder_.path() / "travail"; }
  [[nodiscard]] fs::path start() const { return folder_.path() / "avant"; }

  void try_one(std::size_t at, Fault fault) {
    if (changed_) copy_exactly(start(), work());
    const Ended ended = run_with(command_, at, fault);
    const Tree now = look_at(work());
    changed_ = now != old_;
    ++runs_;
    refused_ += ended.code == clean_.code ? 0 : 1;
    std::string wrong = judge(ended, fault, now);
    if (injection().seen[at] != seen_[at]) wrong += "another call than in the clean run\n";
    // Where nothing has changed there is nothing to clear.
    if (changed_) wrong += try_again(now);
    INFO(std::string(scenario_.name), ": ", std::string(name_of(fault)), " at call ", at, ", ",
         std::string(name_of(seen_[at])), "\n", wrong, "code ", ended.code, ": ", ended.said);
    CHECK(wrong.empty());
  }

  // What is done cannot be done again: a record is there, or is no longer.
  [[nodiscard]] std::string try_again(const Tree& now) {
    const Ended again = run_with(command_);
    const Tree after = look_at(work());
    std::string wrong = differences(after) + leftovers(after);
    const bool done = differences(now).empty();
    if (again.code != clean_.code && !done) wrong += "the next run fails\n" + again.said;
    return wrong;
  }

  [[nodiscard]] std::string judge(const Ended& ended, Fault fault, const Tree& now) const {
    std::string wrong;
    const bool stops = fault == Fault::kill || fault == Fault::power_cut;
    const bool harmless = fault == Fault::interrupted || fault == Fault::short_write;
    if (stops && ended.code != -SIGKILL) wrong += "not stopped\n";
    if (!stops && ended.code != clean_.code && ended.code != 2) wrong += "ends otherwise\n";
    if (!stops && ended.code == 2 && ended.said.find("pes: ") == std::string::npos) {
      wrong += "says nothing\n";
    }
    if (ended.said.find("inattendu") != std::string::npos) wrong += "crashes\n";
    if (harmless && ended.code != clean_.code) wrong += "does not carry on\n";
    if (ended.code == clean_.code) wrong += differences(now);
    return wrong + half_site(now) + half_sources(now);
  }

  // The site is the old one or the new one; between two renames it has another name.
  [[nodiscard]] std::string half_site(const Tree& now) const {
    const auto site_of = [&](const Tree& tree, bool renamed) {
      const Tree site = below(tree, "public");
      return site.empty() && renamed ? below(tree, ".public.pes-previous") : site;
    };
    const Tree old = site_of(old_, true);
    const bool renamed = scenario_.plain || old != site_of(old_, false);
    const Tree site = site_of(now, renamed);
    const bool whole = site == old || site == site_of(fresh_, false);
    return whole ? "" : "the site is neither the old one nor the new one\n";
  }

  // Each source is the old one or the new one, and who is deleted is in the register.
  [[nodiscard]] std::string half_sources(const Tree& now) const {
    std::string wrong;
    Tree all = old_;
    all.insert(fresh_.begin(), fresh_.end());
    all.insert(now.begin(), now.end());
    for (const auto& [path, what] : all) {
      if (!path.starts_with("site/") || is_draft(path)) continue;
      const auto state = [&file = path](const Tree& tree) {
        const auto found = tree.find(file);
        return found == tree.end() ? std::string("absent") : found->second;
      };
      const bool whole = state(now) == state(old_) || state(now) == state(fresh_);
      if (!whole && !is_halfway(path, state(now))) wrong += "half done: " + path + "\n";
    }
    const std::string record = "site/content/temoignages/velo.md";
    const std::string erasures = "site/content/effacements.txt";
    if (old_.contains(record) && !now.contains(record) && !now.contains(erasures)) {
      wrong += "deleted, and not in the register\n";
    }
    return wrong;
  }

  // Who is to be erased is withdrawn first.
  [[nodiscard]] bool is_halfway(const std::string& path, const std::string& what) const {
    const bool erases = std::find(command_.begin(), command_.end(), "--effacer") != command_.end();
    const auto old = old_.find(path);
    if (!erases || old == old_.end()) return false;
    std::string bare = what;
    const std::size_t at = bare.find("  retrait: 2026-01-15\n");
    if (at != std::string::npos) bare.erase(at, std::string_view("  retrait: 2026-01-15\n").size());
    return at != std::string::npos && bare == old->second;
  }

  // What a complete run has left otherwise, but for the spare, which may have less.
  [[nodiscard]] std::string differences(const Tree& now) const {
    std::string wrong;
    const auto compare = [&](const Tree& a, const Tree& b, std::string_view how) {
      for (const auto& [path, what] : a) {
        if (path.starts_with(".public.pes-spare")) continue;
        const auto other = b.find(path);
        const bool times = path == ".public.pes-state";
        if (other == b.end() || (!times && other->second != what)) {
          wrong += fmt::format("{}: {}\n", how, path);
        }
      }
    };
    compare(fresh_, now, "missing or other");
    compare(now, fresh_, "left over");
    return wrong;
  }

  // The spare holds nothing that the site has not.
  [[nodiscard]] static std::string leftovers(const Tree& now) {
    const Tree site = below(now, "public");
    for (const auto& [path, what] : below(now, ".public.pes-spare")) {
      const auto published = site.find(path);
      if (published == site.end() || published->second != what)
        return "in the spare: " + path + "\n";
    }
    return "";
  }

  Scenario scenario_;
  TemporaryFolder folder_;
  Words command_;
  Tree old_;
  Tree fresh_;
  Ended clean_;
  std::vector<Call> seen_;
  std::size_t calls_ = 0;
  std::size_t turn_ = 0;
  std::size_t runs_ = 0;
  std::size_t refused_ = 0;
  bool changed_ = true;
};

void add_testimonial(const fs::path& work) {
  write(work / "site/content/temoignages/velo.md",
        "---\ntitre: Le vélo\nstructure: Vélos du coin\nforme: citation\nauteur: Ada Exemple\n"
        "dispositif: dla\ndate: 2024-05-01\nconsentement:\n  base: accord-ecrit\n"
        "  recueilli_le: 2025-01-10\n  expire_le: 2028-01-01\n  preuve: REG-1\n---\n\n"
        "Un témoignage.\n");
}

void copy_site(const fs::path& work) {
  copy_minimal_site(work / "site");
  add_testimonial(work);
}

void build(const fs::path& work) {
  const Ended built =
      run_with({"build", "--source", work / "site", "--output", work / "public", "--jobs", "1"});
  INFO(built.said);
  REQUIRE(built.code == 0);
}

void edit(const fs::path& work, const std::string& text) {
  const fs::path record = work / "site/content/projets/recyclerie.md";
  write(record, read(record) + text);
}

void edit_built(const fs::path& work) {
  copy_site(work);
  build(work);
  edit(work, "\nEncore une phrase.\n");
}

// Now there is a spare, too.
void edit_twice(const fs::path& work) {
  edit_built(work);
  build(work);
  edit(work, "\nEt une autre.\n");
}

void withdraw_built(const fs::path& work) {
  edit_twice(work);
  const fs::path record = work / "site/content/temoignages/velo.md";
  std::string text = read(record);
  write(record, text.insert(text.find("  preuve"), "  retrait: 2025-06-01\n"));
}

// What was made from a photo is kept beside the site, and must go with it.
void withdraw_photo(const fs::path& work) {
  copy_site(work);
  const fs::path record = work / "site/content/temoignages/velo.md";
  std::string text = read(record);
  text.insert(text.find("consentement"), "photo: {fichier: velo.jpg, alt: Un vélo rouge}\n");
  text.insert(text.find("  preuve"), "  portee: {nom: complet, photo: oui}\n");
  write(record, text);
  write(work / "site/content/medias/velo.jpg",
        read(repository() / "tests/images/fichiers/photo.jpg"));
  build(work);
  REQUIRE(fs::exists(work / ".public.pes-images"));
  write(record, text.insert(text.find("  preuve"), "  retrait: 2025-06-01\n"));
}

void break_records(const fs::path& work) {
  copy_site(work);
  for (const char* name : {"un", "deux"}) {
    write(work / fmt::format("site/content/projets/{}.md", name),
          fmt::format("---\ntitre: Projet {}\ndispositif: dla\ndate: 12/03/2024\n---\n\nTexte.\n",
                      name));
  }
}

// What a killed run leaves: half a new site, and the old one under another name.
void kill_before(const fs::path& work) {
  edit_twice(work);
  write(work / ".public.pes-staging/index.html", "la moitié");
  fs::rename(work / "public", work / ".public.pes-previous");
}

const Words new_project = {"new", "projet", "--oui", "--titre", "Un verger", "--dispositif", "dla"};

// In memory, where there is such a place: much is copied.
void try_all(const Scenario& scenario) {
  if (fs::exists("/dev/shm")) ::setenv("TMPDIR", "/dev/shm", 1);
  ::setenv("SOURCE_DATE_EPOCH", "1768435200", 1);  // 15 January 2026
  ::setenv("PES_CLE_EFFACEMENTS", "une clé de trente-deux signes au moins", 1);
  const char* every = std::getenv("PES_FAULTS_EVERY");
  const std::size_t step = every == nullptr ? 1 : std::stoul(every);
  // The other commands have far fewer calls.
  Trial(scenario).try_all(scenario.command.front() == "build" ? step : 1 + step / 8);
}

}  // namespace

TEST_CASE("faults: build, for the first time") { try_all({"build", copy_site, {"build"}}); }

TEST_CASE("faults: build, a record edited") { try_all({"edited", edit_built, {"build"}}); }

TEST_CASE("faults: build, with a spare") { try_all({"spare", edit_twice, {"build"}}); }

TEST_CASE("faults: build, a record withdrawn") {
  try_all({"withdrawn", withdraw_built, {"build"}});
}

TEST_CASE("faults: build, a photo withdrawn") { try_all({"photo", withdraw_photo, {"build"}}); }

TEST_CASE("faults: build, after a kill") { try_all({"after a kill", kill_before, {"build"}}); }

TEST_CASE("faults: build, on a plain disk") {
  try_all({"build on a plain disk", edit_twice, {"build"}, true});
}

TEST_CASE("faults: validate --fix") {
  try_all({"validate --fix", break_records, {"validate", "--fix"}});
}

TEST_CASE("faults: validate --fix, on a plain disk") {
  try_all({"validate --fix on a plain disk", break_records, {"validate", "--fix"}, true});
}

TEST_CASE("faults: withdraw") {
  try_all({"withdraw", copy_site, {"withdraw", "temoignages/velo"}});
}

TEST_CASE("faults: withdraw --effacer") {
  try_all({"withdraw --effacer", copy_site, {"withdraw", "temoignages/velo", "--effacer"}});
}

TEST_CASE("faults: new") { try_all({"new", copy_site, new_project}); }

TEST_CASE("faults: new, on a plain disk") {
  try_all({"new on a plain disk", copy_site, new_project, true});
}

}  // namespace pes::test
