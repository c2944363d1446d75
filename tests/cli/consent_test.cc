#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "images/metadata.h"
#include "support/files.h"
#include "support/process.h"
#include "support/sites.h"

namespace pes::test {

namespace fs = std::filesystem;

namespace {

const std::string people = repository() / "tests/sites/personnes";
const std::string day = "2026-01-15";

bool contains(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

// A site of its own with one testimonial, whose consent lapses on 2026-03-12.
struct Site {
  TemporaryFolder folder;
  std::string source = folder.path();
  fs::path record = folder.path() / "content/temoignages/marche.md";

  Site() {
    copy_minimal_site(folder.path());
    fs::create_directory(folder.path() / "themes/formulaire");
    fs::copy(repository() / "themes/formulaire", folder.path() / "themes/formulaire",
             fs::copy_options::recursive | fs::copy_options::overwrite_existing);
    write(record,
          "---\r\ntitre: Un marché\r\nstructure: Le marché\r\nforme: citation\r\n"
          "auteur: Camille Exemple\r\ndispositif: dla\r\nconsentement: # signé\r\n"
          "  base: accord-ecrit\r\n  recueilli_le: 2024-03-12\r\n  duree: P2Y\r\n"
          "  preuve: REG-1\r\n  portee: {nom: complet}\r\n---\r\n\r\nNotre **marché**.\r\n");
  }
};

}  // namespace

TEST_CASE("consent command: every consent has a line, and no name is told") {
  const Finished table = run_pes({"consent", "--source", people, "--date", day});
  const Finished json = run_pes({"consent", "--source", people, "--date", day, "--format", "json"});

  CHECK(table.code == 0);
  CHECK(occurrences(table.out, "temoignages/t") == 40);
  const auto rows = nlohmann::json::parse(json.out)["tableaux"][0]["lignes"];
  CHECK(rows.size() == 43);
  CHECK(rows[0]["motif"] == "sans-consentement");
  for (const auto& person : nlohmann::json::parse(read(fs::path(people) / "personnes.json"))) {
    if (person["nom"].is_null()) continue;
    CHECK_FALSE(contains(table.out + json.out, person["nom"].get<std::string>()));
  }
}

TEST_CASE("consent command: the content of this repository has ten lines") {
  const Finished finished =
      run_pes({"consent", "--source", repository(), "--date", day, "--format", "csv"});

  CHECK(occurrences(finished.out, "\n") == 11);
  CHECK(occurrences(finished.out, "publication-existante") == 10);
}

TEST_CASE("consent command: what lapses soon, and --strict to hear of it") {
  const Site site;
  const auto asked = [&](const char* date, const std::vector<std::string>& more) {
    std::vector<std::string> arguments = {"consent", "--source", site.source, "--date", date};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return run_pes(arguments);
  };

  CHECK(contains(asked("2026-01-11", {"--avant", "60j"}).out, "temoignages/marche"));
  CHECK_FALSE(contains(asked("2026-01-10", {"--avant", "60j"}).out, "temoignages/marche"));
  CHECK(contains(asked("2026-01-10", {"--avant", "P1Y"}).out, "temoignages/marche"));
  CHECK(asked("2026-01-11", {"--strict"}).code == 1);
  CHECK(asked("2026-01-10", {"--strict"}).code == 0);
  CHECK(asked("2026-01-10", {"--strict", "--avant", "61j"}).code == 1);
  CHECK(asked("2026-03-13", {"--strict"}).code == 0);
  CHECK(contains(asked("2026-01-11", {"--format", "md"}).out, "| temoignages/marche |"));
  CHECK(asked("2026-01-11", {"--avant", "bientôt"}).code == 2);
}

TEST_CASE("consent command: a form to sign says who, what, where, how long and how to withdraw") {
  const Site site;
  const std::string page = site.folder.path() / "formulaire.html";

  const Finished finished = run_pes({"consent", "formulaire", "temoignages/marche", "--source",
                                     site.source, "--output", page, "--date", day});

  CHECK(finished.code == 0);
  const std::string html = read(page);
  for (const char* part :
       {"Association d&#39;essai", "Camille Exemple", "Camille E.", "Notre <strong>marché</strong>",
        "https://essai.exemple.org/temoignages/marche/", "le flux Atom (abonnement",
        "le rapport annuel", "retirer mon accord", "CNIL", "base: accord-ecrit",
        "15 janvier 2026"}) {
    INFO(std::string(part));
    CHECK(contains(html, part));
  }
  CHECK_FALSE(contains(html, "représentant"));
  CHECK_FALSE(contains(html, "<script"));
}

TEST_CASE("consent command: a form for what asks no consent, or does not exist") {
  const Site site;
  const auto asked = [&](const char* record) {
    return run_pes({"consent", "formulaire", record, "--source", site.source});
  };

  CHECK(asked("dispositifs/dla").code == 2);
  CHECK(asked("temoignages/march").code == 2);
  CHECK(contains(asked("temoignages/march").err, "temoignages/marche"));
  CHECK(run_pes({"consent", "formulaire", "--source", site.source}).code == 2);
}

TEST_CASE("withdraw: one line more in the file, and the page is gone with the next build") {
  const Site site;
  const std::string before = read(site.record);
  REQUIRE(run_pes({"build", "--source", site.source, "--date", day}).code == 0);
  REQUIRE(fs::exists(site.folder.path() / "public/temoignages/marche/index.html"));

  const Finished finished =
      run_pes({"withdraw", "temoignage/marche", "--source", site.source, "--date", day});

  CHECK(finished.code == 0);
  CHECK(contains(finished.out, "  /temoignages/marche/\n"));
  CHECK(contains(finished.out,
                 "git filter-repo --invert-paths --path 'content/temoignages/marche.md'"));
  CHECK(contains(finished.out, "archive.org"));
  const std::string after = read(site.record);
  const std::string line = "  retrait: 2026-01-15\r\n";
  const std::size_t at = after.find(line);
  REQUIRE(at != std::string::npos);
  CHECK(std::string(after).erase(at, line.size()) == before);
  REQUIRE(run_pes({"build", "--source", site.source, "--date", day}).code == 0);
  CHECK_FALSE(fs::exists(site.folder.path() / "public/temoignages/marche"));
}

TEST_CASE("withdraw: once is enough, and nothing is written without a consent") {
  const Site site;
  const std::vector<std::string> withdraw = {
      "withdraw", "content/temoignages/marche.md", "--source", site.source, "--date", day, "--lang",
      "en"};
  REQUIRE(run_pes(withdraw).code == 0);
  const std::string after = read(site.record);

  CHECK(contains(run_pes(withdraw).out, "already withdrawn, on 2026-01-15"));
  CHECK(read(site.record) == after);
  write(site.record, "---\ntitre: T\nstructure: S\nforme: recit\ndispositif: dla\n---\n");
  CHECK(run_pes(withdraw).code == 1);
  CHECK(run_pes({"withdraw", "temoignages/absent", "--source", site.source}).code == 2);
}

TEST_CASE("withdraw: the history is that of the record, renamed but not copied from another one") {
  const Site site;
  const auto git = [&](const std::string& command) {
    return std::system(("git -C '" + site.source + "' -c user.name=T -c user.email=t@exemple.org " +
                        command + " >/dev/null 2>&1")
                           .c_str()) == 0;
  };
  REQUIRE(git("init"));
  REQUIRE((git("add content") && git("commit -m un")));
  fs::copy(site.record, site.folder.path() / "content/temoignages/copie.md");
  REQUIRE((git("add content") && git("commit -m deux")));
  REQUIRE(git("mv content/temoignages/copie.md content/temoignages/neuf.md"));
  REQUIRE(git("commit -m trois"));

  const std::string said =
      run_pes({"withdraw", "temoignages/neuf", "--source", site.source, "--date", day},
              {{"PATH", std::getenv("PATH")}, {"HOME", site.source}})
          .out;

  CHECK(contains(said, "--path 'content/temoignages/copie.md'"));
  CHECK(contains(said, "--path 'content/temoignages/neuf.md'"));
  CHECK_FALSE(contains(said, "--path 'content/temoignages/marche.md'"));
}

TEST_CASE("validate --fix: photos lose their location and keep their pixels") {
  const Site site;
  const fs::path photo = site.folder.path() / "content/medias/photo.jpg";
  write(photo, read(repository() / "tests/images/fichiers/photo.jpg"));

  const Finished warned = run_pes({"validate", "--source", site.source, "--date", day});
  const Finished mended = run_pes({"validate", "--fix", "--source", site.source, "--date", day});

  CHECK(contains(warned.err, "PES0146"));
  CHECK_FALSE(contains(mended.err, "PES0146"));
  CHECK(contains(mended.err, "content/medias/photo.jpg"));
  CHECK_FALSE(has_location(read(photo)));
  CHECK(contains(metadata_text(read(photo)), "Camille Exemple"));
}

TEST_CASE("build: what is withheld is listed by file and reason, without a name") {
  const TemporaryFolder folder;

  const Finished finished =
      run_pes({"build", "--source", people, "--date", day, "--output", folder.path() / "site"});

  CHECK(finished.code == 0);
  CHECK(contains(finished.out, "    temoignages/t01 : sans-consentement\n"));
  CHECK(contains(finished.out, "    temoignages/t08 : retire\n"));
  CHECK_FALSE(contains(finished.out + finished.err, "Ormeau"));
}

TEST_CASE("report: a name that must not appear keeps the report from being written") {
  const TemporaryFolder folder;
  fs::copy(fs::path(people) / "content", folder.path() / "content", fs::copy_options::recursive);
  fs::copy(repository() / "themes", folder.path() / "themes", fs::copy_options::recursive);
  const fs::path record = folder.path() / "content/temoignages/t32.md";
  const std::string page = folder.path() / "rapport.html";
  const auto report = [&] {
    return run_pes(
        {"report", "--annee", "2025", "--source", folder.path(), "--date", day, "--output", page});
  };
  REQUIRE(report().code == 0);
  REQUIRE(contains(read(page), "numéro 32"));
  fs::remove(page);
  const std::string text = read(record);
  write(record, text.substr(0, text.rfind("---\n") + 4) + "\nMerci à Zoé Ormeau-Lanthier.\n");

  const Finished finished = report();

  CHECK(finished.code == 1);
  CHECK(contains(finished.err, "PES0077"));
  CHECK_FALSE(fs::exists(page));
}

TEST_CASE("build: a damaged picture in the cache is made again, with the same bytes") {
  const TemporaryFolder folder;
  const std::vector<std::string> build = {
      "build", "--source", people, "--date", day, "--output", folder.path() / "site"};
  REQUIRE(run_pes(build).code == 0);
  const auto first = read_tree(folder.path() / "site");
  const fs::path cache = folder.path() / ".site.pes-images";
  for (const auto& [name, bytes] : read_tree(cache)) write(cache / name, "abîmé");

  REQUIRE(run_pes(build).code == 0);

  CHECK(read_tree(folder.path() / "site") == first);
  fs::remove_all(cache);
  REQUIRE(run_pes(build).code == 0);
  CHECK(read_tree(folder.path() / "site") == first);
}

}  // namespace pes::test
