#include <doctest/doctest.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <link.h>
#include <sys/file.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>

#include "support/files.h"
#include "support/process.h"
#include "support/sites.h"

namespace pes::test {

namespace fs = std::filesystem;

namespace {

const std::string minimal = repository() / "tests/sites/minimal";
const std::string champs = repository() / "tests/sites/champs";

bool contains(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

// The names of all libraries that the program or its module loads: the tests are made of the same.
std::set<std::string> loaded_libraries() {
  std::set<std::string> names;
  const auto collect = [](dl_phdr_info* info, std::size_t /*size*/, void* into) {
    const std::string name = fs::path(info->dlpi_name).filename();
    if (contains(name, ".so")) static_cast<std::set<std::string>*>(into)->insert(name);
    return 0;
  };
  ::dl_iterate_phdr(collect, &names);
  return names;
}

}  // namespace

TEST_CASE("program: fine content exits with 0, in French by default") {
  const Finished finished = run_pes({"validate", "--source", minimal});

  CHECK(finished.code == 0);
  CHECK(finished.err == "4 fiches vérifiées : 0 erreur, 0 avertissement.\n");
  CHECK(finished.out.empty());
}

TEST_CASE("program: English by option and by environment") {
  CHECK(contains(run_pes({"validate", "--source", minimal, "--lang", "en"}).err, "0 errors"));
  CHECK(contains(run_pes({"validate", "--source", minimal}, {{"PES_LANG", "en"}}).err, "0 errors"));
  CHECK(contains(run_pes({"validate", "--source", minimal}, {{"PES_LANG", "xx"}}).err, "erreur"));
}

TEST_CASE("program: content with errors exits with 1 and publishes nothing") {
  const TemporaryFolder folder;
  copy_minimal_site(folder.path());
  const std::string source = folder.path();
  REQUIRE(run_pes({"build", "--source", source}).code == 0);
  const auto before = read_tree(folder.path() / "public");
  write(folder.path() / "content/projets/verger.md", "---\ntitre: T\n---\n");

  const Finished validated = run_pes({"validate", "--source", source});
  const Finished built = run_pes({"build", "--source", source});

  CHECK(validated.code == 1);
  CHECK(contains(validated.err, "PES0031"));
  CHECK(built.code == 1);
  CHECK(built.out.empty());
  CHECK(contains(built.err, "content/projets/verger.md:1:1"));
  CHECK(read_tree(folder.path() / "public") == before);
}

TEST_CASE("program: no colour where nobody looks") {
  const Finished finished = run_pes({"validate", "--source", champs, "--date", "2026-01-15"});

  CHECK(contains(finished.err, "avertissement["));
  CHECK_FALSE(contains(finished.err, "\x1b["));
}

TEST_CASE("program: a strict run fails on warnings") {
  const std::vector<std::string> arguments = {"validate", "--source", champs, "--date",
                                              "2026-01-15"};
  std::vector<std::string> strict = arguments;
  strict.emplace_back("--strict");

  CHECK(run_pes(arguments).code == 0);
  CHECK(run_pes(strict).code == 1);
}

TEST_CASE("program: misuse exits with 2 and says how to go on") {
  CHECK(run_pes({}).code == 2);
  CHECK(run_pes({"biuld"}).code == 2);
  CHECK(contains(run_pes({"biuld"}).err, "vouliez-vous dire build"));
  CHECK(run_pes({"validate"}, {{"SOURCE_DATE_EPOCH", "hier"}}).code == 2);
}

TEST_CASE("program: no name and no argument begins a line of its own") {
  const std::string hostile = "x\n::error::faux";
  const TemporaryFolder folder;
  copy_minimal_site(folder.path());
  const std::string person =
      "---\ntitre: T\nstructure: S\nforme: citation\nauteur: Camille Exemple\ndispositif: dla\n"
      "consentement: {base: accord-ecrit, recueilli_le: 2024-01-01, expire_le: 2100-01-01, "
      "preuve: C-1}\n---\n\nTexte.\n";
  write(folder.path() / ("content/temoignages/" + hostile + ".md"), person);
  const std::string record = "temoignages/" + hostile;
  const std::string inside = folder.path() / "content" / hostile;
  const std::string beside = folder.path() / (hostile + ".html");
  const std::map<std::string, std::string> key = {
      {"PES_CLE_EFFACEMENTS", "0123456789abcdef0123456789abcdef"}};
  const std::vector<std::vector<std::string>> commands = {
      {hostile},
      {"validate", hostile},
      {"validate", "--lang", hostile},
      {"validate", "--date", hostile},
      {"validate", "--format", hostile},
      {"explain", hostile},
      {"context", hostile},
      {"stats", "--indicateur", hostile},
      {"stats", "--par", hostile},
      {"stats", "--depuis", hostile},
      {"build", "--output", inside},
      {"build", "--output", beside},
      {"report", "--annee", hostile},
      {"report", "--annee", "2024", "--output", inside},
      {"report", "--annee", "2024", "--output", beside},
      {"consent", "formulaire", hostile},
      {"withdraw", hostile},
      {"withdraw", record},
      {"withdraw", record, "--effacer"}};
  for (std::vector<std::string> command : commands) {
    if (command != commands.front()) {
      command.insert(command.end(), {"--source", folder.path().string()});
    }
    const Finished finished = run_pes(command, key);
    INFO(fmt::format("{}", fmt::join(command, " ")));
    CHECK(contains(finished.out + finished.err, "::error::faux"));
    CHECK_FALSE(contains("\n" + finished.out + "\n" + finished.err, "\n::error::faux"));
  }
}

TEST_CASE("program: a missing source folder is an error of content, not a crash") {
  const Finished finished = run_pes({"validate", "--source", "/nulle/part"});

  CHECK(finished.code == 1);
  CHECK(contains(finished.err, "PES0005"));
}

TEST_CASE("program: a folder that pes did not make is never replaced") {
  const TemporaryFolder folder;
  write(folder.path() / "photos/a.jpg", "x");

  const Finished finished =
      run_pes({"build", "--source", minimal, "--output", folder.path() / "photos"});

  CHECK(finished.code == 2);
  CHECK(contains(finished.err, "--output"));
  CHECK(read(folder.path() / "photos/a.jpg") == "x");
}

TEST_CASE("program: an output folder named without a path, from inside the source") {
  const TemporaryFolder folder;
  copy_minimal_site(folder.path());
  const fs::path here = fs::current_path();

  fs::current_path(folder.path());
  const Finished built = run_pes({"build", "--output", "neuf"});
  fs::current_path(folder.path() / "content");
  const Finished refused = run_pes({"build", "--source", "..", "--output", "neuf"});
  fs::current_path(here);

  CHECK(built.code == 0);
  CHECK(fs::exists(folder.path() / "neuf/index.html"));
  CHECK(refused.code == 2);
  CHECK_FALSE(fs::exists(folder.path() / "content/neuf"));
}

TEST_CASE("program: a theme of the command line that does not exist is not blamed on site.yml") {
  const Finished finished = run_pes({"validate", "--source", minimal, "--theme", "mimi"});

  CHECK(finished.code == 1);
  CHECK(contains(finished.err, "PES0100"));
  CHECK(contains(finished.err, "« mini »"));
  CHECK_FALSE(contains(finished.err, "site.yml"));
}

TEST_CASE("program: a summary of one screen") {
  const TemporaryFolder folder;

  const Finished finished = run_pes(
      {"build", "--source", champs, "--date", "2026-01-15", "--output", folder.path() / "public"});

  CHECK(finished.code == 0);
  CHECK(finished.err.empty());
  CHECK(contains(finished.out, "fiches retenues     6"));
  CHECK(contains(finished.out, "prochaine échéance  2026-01-16"));
  CHECK(std::count(finished.out.begin(), finished.out.end(), '\n') < 24);
}

TEST_CASE("program: the association's figures with their wording") {
  const Finished finished = run_pes({"stats", "--source", repository()});

  CHECK(finished.code == 0);
  CHECK(contains(finished.out, "près de 2\u202F600\u00A0personnes accompagnées"));
  CHECK(contains(finished.out, "près de 700\u00A0structures créées"));
  CHECK(contains(finished.out, "1\u202F000\u00A0emplois consolidés"));
}

TEST_CASE("program: figures as JSON") {
  const auto json =
      nlohmann::json::parse(run_pes({"stats", "--source", repository(), "--format", "json"}).out);

  CHECK(json["tableaux"][0]["lignes"][0]["valeur"] == 2600);
}

TEST_CASE("program: the context of a page as JSON, with a suggestion for a wrong address") {
  const auto json =
      nlohmann::json::parse(run_pes({"context", "/projets/recyclerie/", "--source", minimal}).out);
  const Finished wrong = run_pes({"context", "/projets/reciclerie/", "--source", minimal});

  CHECK(json["fiche"]["titre"] == "Une recyclerie");
  CHECK(wrong.code == 2);
  CHECK(contains(wrong.err, "/projets/recyclerie/"));
}

TEST_CASE("program: the same bytes in another locale, time zone and folder") {
  const TemporaryFolder folder;
  const std::string first = folder.path() / "un";
  const std::string second = folder.path() / "deux/public";
  const auto build = [&](const std::string& output, const Environment& environment) {
    return run_pes({"build", "--source", champs, "--output", output}, environment).code;
  };

  REQUIRE(build(first, {{"SOURCE_DATE_EPOCH", "1768474800"}}) == 0);
  REQUIRE(build(second, {{"SOURCE_DATE_EPOCH", "1768474800"},
                         {"TZ", "Pacific/Auckland"},
                         {"LC_ALL", "tr_TR.UTF-8"},
                         {"LANG", "C"},
                         {"PES_LANG", "en"}}) == 0);

  CHECK(read_tree(first) == read_tree(second));
  REQUIRE(build(first, {{"SOURCE_DATE_EPOCH", "1768474800"}}) == 0);
  CHECK(read_tree(first) == read_tree(second));
}

TEST_CASE("program: another base address than the one of site.yml") {
  const TemporaryFolder folder;
  const fs::path output = folder.path() / "public";

  REQUIRE(run_pes({"build", "--source", minimal, "--output", output, "--base-url",
                   "https://x.fr/sous/"})
              .code == 0);

  CHECK(contains(read(output / "index.html"), "href=\"/sous/projets/recyclerie/\""));
  CHECK(contains(read(output / "sitemap.xml"), "https://x.fr/sous/projets/"));
}

TEST_CASE("program: no library that lies in the folder of a run is loaded, nor a media module") {
  const TemporaryFolder folder;
  const std::vector<std::string> arguments = {"validate", "--date", "2026-01-15", "--source",
                                              repository() / "tests/sites/personnes"};
  const Finished elsewhere = run_pes(arguments);
  const std::set<std::string> libraries = loaded_libraries();
  REQUIRE(libraries.contains("libfmt.so.9"));
  for (const std::string& name : libraries) write(folder.path() / name, "no library");
  write(folder.path() / "pes_media.so", "no module");
  const fs::path here = fs::current_path();

  fs::current_path(folder.path());
  const Finished planted = run_pes(arguments);
  fs::current_path(here);

  CHECK(elsewhere.code < 2);
  CHECK(planted.code == elsewhere.code);
  CHECK(planted.err == elsewhere.err);
}

TEST_CASE("program: the media module is beside the program, or in lib/pes of its installation") {
  const TemporaryFolder folder;
  const fs::path program = PES_PROGRAM;
  const auto install = [&](const fs::path& place, const fs::path& module) {
    fs::create_directories((folder.path() / place).parent_path());
    fs::create_directories((folder.path() / module).parent_path());
    fs::copy_file(program, folder.path() / place);
    fs::copy_file(program.parent_path() / "pes_media.so", folder.path() / module);
  };
  const auto validate = [&](const fs::path& place) {
    return run_copy(folder.path() / place, {"validate", "--date", "2026-01-15", "--source",
                                            repository() / "tests/sites/personnes"});
  };
  install("un/pes", "un/pes_media.so");
  install("deux/bin/pes", "deux/lib/pes/pes_media.so");
  install("trois/bin/pes", "trois/lib/pes_media.so");

  CHECK(validate("un/pes").code < 2);
  CHECK(validate("deux/bin/pes").code < 2);
  CHECK(validate("trois/bin/pes").code == 2);
  CHECK(contains(validate("trois/bin/pes").err, "trois/lib/pes/pes_media.so"));
}

TEST_CASE("program: drafts only when asked for") {
  const TemporaryFolder folder;
  copy_minimal_site(folder.path());
  write(folder.path() / "content/pages/essai.md", "---\ntitre: T\nbrouillon: oui\n---\n");
  const std::string source = folder.path();

  REQUIRE(run_pes({"build", "--source", source}).code == 0);
  CHECK_FALSE(fs::exists(folder.path() / "public/essai/index.html"));
  REQUIRE(run_pes({"build", "--source", source, "--drafts"}).code == 0);
  CHECK(fs::exists(folder.path() / "public/essai/index.html"));
}

TEST_CASE("program: file names in decomposed accents are found and published composed") {
  const TemporaryFolder folder;
  copy_minimal_site(folder.path());
  write(folder.path() / "content/medias/e\xCC\x81te\xCC\x81.jpg",
        read(repository() / "tests/images/fichiers/photo.jpg"));
  write(folder.path() / "content/medias/re\xCC\x80gle.pdf", "%PDF-1.7");
  write(folder.path() / "content/projets/cafe\xCC\x81.md",
        "---\ntitre: T\ndispositif: dla\n---\n\n![Un mur](../medias/été.jpg) "
        "[x](../medias/règle.pdf)\n");
  write(folder.path() / "content/pages/a.md", "---\ntitre: T\n---\n\n[x](../projets/café.md)\n");

  REQUIRE(run_pes({"build", "--source", folder.path()}).code == 0);

  CHECK(read(folder.path() / "public/medias/règle.pdf") == "%PDF-1.7");
  CHECK(contains(read(folder.path() / "public/projets/cafe/index.html"), "<picture>"));
  CHECK(contains(read(folder.path() / "public/a/index.html"), "/projets/cafe/"));
}

TEST_CASE("program: a page withdrawn from the content is gone from the output") {
  const TemporaryFolder folder;
  copy_minimal_site(folder.path());
  const std::string source = folder.path();
  REQUIRE(run_pes({"build", "--source", source}).code == 0);
  REQUIRE(fs::exists(folder.path() / "public/projets/recyclerie/index.html"));
  fs::remove(folder.path() / "content/projets/recyclerie.md");

  REQUIRE(run_pes({"build", "--source", source}).code == 0);

  CHECK_FALSE(fs::exists(folder.path() / "public/projets/recyclerie"));
}

TEST_CASE("program: a second build tells the same, writes nothing, and says how long it took") {
  const TemporaryFolder folder;
  copy_minimal_site(folder.path());
  const std::vector<std::string> build = {"build", "--timings", "--source", folder.path()};
  const std::string first = run_pes(build).out;
  const auto time = fs::last_write_time(folder.path() / "public");

  const std::string second = run_pes(build).out;

  CHECK(contains(first, "gabarit projet"));
  CHECK(contains(first, "publication "));
  CHECK(contains(second, "dont 0 écrits"));
  CHECK_FALSE(contains(second, "gabarit projet"));
  CHECK(first.substr(0, first.find(", dont ")) == second.substr(0, second.find(", dont ")));
  CHECK(fs::last_write_time(folder.path() / "public") == time);
}

TEST_CASE("program: a full disk behind the standard output exits with 2, for help too") {
  CHECK(run_shell("$PES --help >/dev/full 2>/dev/null") == 2);
  CHECK(run_shell("$PES --version >/dev/full 2>/dev/null") == 2);
  CHECK(run_shell("$PES explain >/dev/full 2>/dev/null") == 2);
}

TEST_CASE("program: an empty name of a folder is refused, since a script forgot something") {
  for (const char* option : {"--output", "--source"}) {
    const Finished finished = run_pes({"build", option, ""});
    CHECK(finished.code == 2);
    CHECK(finished.err.find(option) != std::string::npos);
  }
}

#ifndef PES_SANITIZED
TEST_CASE("program: where a library gives up, it ends with a sentence and 2, not by a signal") {
  const TemporaryFolder folder;
  copy_minimal_site(folder.path() / "site");
  // A build waits here until it is told to stop.
  const int lock = ::open(folder.path().c_str(), O_RDONLY | O_DIRECTORY);
  REQUIRE(::flock(lock, LOCK_EX) == 0);
  for (const int signal : {SIGSEGV, SIGABRT, SIGTRAP}) {
    const std::string err = folder.path() / "err";
    const std::string line = fmt::format(
        "$PES build --source '{0}/site' --output '{0}/public' >/dev/null 2>'{1}' & child=$!\n"
        "i=0; until grep -q \"FLOCK.* $child \" /proc/locks || [ $i -gt 500 ]; do "
        "sleep 0.02; i=$((i+1)); done\nkill -{2} $child; wait $child",
        folder.path().string(), err, signal);

    CHECK(run_shell(line) == 2);
    CHECK(read(err).find("le site publié est entier") != std::string::npos);
  }
  ::close(lock);
}
#endif

}  // namespace pes::test
