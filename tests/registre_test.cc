#include <doctest/doctest.h>

#include <algorithm>
#include <regex>
#include <sstream>

#include "support/files.h"
#include "support/process.h"
#include "support/sites.h"
#include "text/utf8.h"

// A site of ten years of statements, two hundred records and every nature of figure, looked at from
// every side.

namespace pes::test {

namespace {

namespace fs = std::filesystem;

const fs::path kept = repository() / "tests/sites/registre";
const fs::path expected = kept / "attendu";

// Its theme beside those that it inherits from: no theme may be a link.
const fs::path& registre() {
  static const TemporaryFolder folder;
  static const fs::path site = [] {
    const fs::path laid = folder.path() / "site";
    for (const char* part : {"themes", "content"}) {
      fs::create_directories(laid / part);
      if (fs::exists(kept / part)) fs::copy(kept / part, laid / part, fs::copy_options::recursive);
    }
    fs::copy(repository() / "themes", laid / "themes", fs::copy_options::recursive);
    return laid;
  }();
  return site;
}

Finished stats(std::vector<std::string> arguments) {
  std::vector<std::string> all = {"stats", "--source", registre(), "--date", "2026-01-15"};
  all.insert(all.end(), arguments.begin(), arguments.end());
  return run_pes(all);
}

std::string page(const std::map<std::string, std::string>& output, const std::string& path) {
  REQUIRE(output.contains(path));
  return output.at(path);
}

}  // namespace

TEST_CASE("golden: every view of the statistics") {
  const std::map<std::string, std::vector<std::string>> views = {
      {"ensemble.txt", {}},
      {"ensemble-en.txt", {"--lang", "en"}},
      {"ensemble.csv", {"--format", "csv"}},
      {"public.txt", {"--public", "--par", "territoire"}},
      {"dispositif.txt", {"--par", "dispositif"}},
      {"territoire.md", {"--par", "territoire", "--format", "md"}},
      {"theme.txt", {"--par", "theme"}},
      {"annee.json", {"--par", "annee", "--format", "json"}},
      {"structure.csv", {"--par", "structure", "--format", "csv"}},
      {"croise.txt", {"--par", "dispositif", "annee"}},
      {"croise-public.txt", {"--par", "territoire,dispositif", "--public"}},
      {"croise.csv", {"--par", "theme,dispositif", "--format", "csv"}},
      {"origine.txt", {"--origine", "personnes"}},
      {"origine-taux.txt", {"--origine", "insertion"}},
      {"comparer.txt", {"--comparer", "2022", "2023"}},
      {"periode.txt", {"--par", "annee", "--depuis", "2020", "--jusqu-a", "2022-12-31"}},
      {"au.txt", {"--au", "2020-06-30"}},
      {"dla.txt", {"--dispositif", "dla", "--indicateur", "emplois", "--par", "annee"}}};
  for (const auto& [name, arguments] : views) {
    const Finished finished = stats(arguments);
    const auto& told = name;
    INFO(told);
    CHECK(finished.code == 0);
    check_golden(expected / "stats" / name, finished.out);
    CHECK(stats(arguments).out == finished.out);
    std::istringstream lines(name.ends_with(".txt") ? finished.out : "");
    for (std::string line; std::getline(lines, line);) CHECK(count_characters(line) <= 80);
  }
}

TEST_CASE("golden: the pages, the data and the report of the registre") {
  const Built built = build_site(registre());
  CHECK_FALSE(built.found.has_errors());
  for (const char* path :
       {"index.html", "chiffres/index.html", "chiffres/methode/index.html",
        "annees/2024/index.html", "dispositifs/dla/index.html", "territoires/malain/index.html",
        "territoires/is-sur-tille/index.html", "donnees/chiffres.csv",
        "donnees/chiffres-tableur.csv", "donnees/realisations.csv", "donnees/datapackage.json"}) {
    check_golden(expected / "public" / path, page(built.output, path));
  }
  const TemporaryFolder folder;
  const fs::path report = folder.path() / "rapport.html";
  const Finished finished = run_pes({"report", "--source", registre(), "--date", "2026-01-15",
                                     "--annee", "2024", "--output", report});
  CHECK(finished.code == 0);
  check_golden(expected / "rapport-2024.html", read(report));
}

TEST_CASE("registre: parts of one or two people are not in the published data") {
  const Built built = build_site(registre());
  const std::string data = page(built.output, "donnees/chiffres.csv");

  CHECK(
      data.find("personnes,personnes accompagnées,cumul,territoire,malain,Mâlain,,,,moins de 3") !=
      std::string::npos);
  CHECK(page(built.output, "territoires/malain/index.html").find("moins de 3</strong>") !=
        std::string::npos);
  CHECK(page(built.output, "territoires/is-sur-tille/index.html").find("personnes accompagnées") ==
        std::string::npos);
}

TEST_CASE("registre: where parts are masked, no source tells its number") {
  const Built built = build_site(registre());
  const std::string figures = page(built.output, "chiffres/index.html");

  CHECK(figures.find("Bilan 2024</a> (année 2024), couvre") != std::string::npos);
  CHECK(figures.find("Bilan 2024</a> (année 2024)\u00A0: 17") != std::string::npos);
  const std::string data = page(built.output, "donnees/realisations.csv");
  CHECK(data.find("Le projet 199,2025") != std::string::npos);
  CHECK(data.find(",Mâlain,,termine,,,,1,") == std::string::npos);
  CHECK(data.find(",Mâlain,,en-cours,,,,1,") == std::string::npos);
}

TEST_CASE("registre: only what a consent covers is in the data and in the report") {
  const Built built = build_site(registre());
  const std::string data = page(built.output, "donnees/realisations.csv");
  const std::string report = read(expected / "rapport-2024.html");

  for (const auto& [path, text] : read_tree(registre() / "content/temoignages")) {
    std::smatch title;
    REQUIRE(std::regex_search(text, title, std::regex("titre: (.*)")));
    const auto& file = path;
    INFO(file);
    const bool in_data = text.find("donnees") != std::string::npos;
    CHECK((data.find("," + title[1].str() + ",") != std::string::npos) == in_data);
    const bool in_report = text.find("rapport]") != std::string::npos &&
                           text.find("\ndate: 2024") != std::string::npos;
    CHECK((report.find(">" + title[1].str() + "<") != std::string::npos) == in_report);
  }
}

TEST_CASE("registre: names that are not known are errors with suggestions, never an empty table") {
  const Finished programme = stats({"--dispositif", "dlx"});
  const Finished indicator = stats({"--origine", "personne"});
  const Finished year = stats({"--comparer", "2024", "2034"});
  const Finished dimension = stats({"--par", "territoires"});

  for (const Finished& finished : {programme, indicator, year, dimension}) {
    CHECK(finished.code == 2);
    CHECK(finished.out.empty());
    CHECK(finished.err.find("vouliez-vous dire") != std::string::npos);
  }
  CHECK(programme.err.find("accueil-projets") != std::string::npos);
}

TEST_CASE("registre: options that would be ignored, or would unmask, are refused") {
  for (const std::vector<std::string>& arguments :
       std::vector<std::vector<std::string>>{{"--public", "--dispositif", "dla"},
                                             {"--public", "--depuis", "2024"},
                                             {"--public", "--au", "2024"},
                                             {"--public", "--origine", "personnes"},
                                             {"--public", "--par", "structure"},
                                             {"--origine", "personnes", "--dispositif", "dla"},
                                             {"--origine", "personnes", "--indicateur", "emplois"},
                                             {"--par", "theme", "--comparer", "2023", "2024"},
                                             {"--depuis", "2024", "--jusqu-a", "2023"},
                                             {"--depuis", "2025-12-31"}}) {
    const Finished finished = stats(arguments);
    INFO(arguments.front(), " ", arguments.back());
    CHECK(finished.code == 2);
    CHECK(finished.out.empty());
    CHECK_FALSE(finished.err.empty());
  }
}

TEST_CASE("registre: a period says which statements it leaves out") {
  CHECK(stats({"--depuis", "2020-07-01"}).err.find("laissés de côté") != std::string::npos);
}

TEST_CASE("registre: the report as a tagged PDF") {
  const TemporaryFolder folder;
  const Finished finished =
      run_pes({"report", "--source", registre(), "--date", "2026-01-15", "--annee", "2024", "--pdf",
               "--output", folder.path() / "rapport.html"});

  CHECK(finished.code == 0);
  const std::string pdf = read(folder.path() / "rapport.pdf");
  CHECK(pdf.starts_with("%PDF-"));
  CHECK(pdf.find("/MarkInfo") != std::string::npos);
  CHECK(pdf.find("/Outlines") != std::string::npos);
}

TEST_CASE("registre: without WeasyPrint the report says how to install it") {
  const TemporaryFolder folder;
  const Finished finished =
      run_pes({"report", "--source", registre(), "--date", "2026-01-15", "--annee", "2024", "--pdf",
               "--output", folder.path() / "rapport.html"},
              {{"PATH", "/nowhere"}});

  CHECK(finished.code == 2);
  CHECK(finished.err.find("apt install weasyprint") != std::string::npos);
  CHECK(fs::exists(folder.path() / "rapport.html"));
}

TEST_CASE("registre: a report of an unknown year, or with a strange name, is refused") {
  const Finished year = run_pes({"report", "--source", registre(), "--annee", "1999"});
  const Finished name =
      run_pes({"report", "--source", registre(), "--annee", "2024", "--output", "rapport.pdf"});

  const Finished source = run_pes({"report", "--source", registre(), "--annee", "2024", "--output",
                                   registre() / "content/rapport.html"});

  CHECK(year.code == 2);
  CHECK(year.err.find("2024") != std::string::npos);
  CHECK(name.code == 2);
  CHECK(source.code == 2);
  CHECK_FALSE(fs::exists(registre() / "content/rapport.html"));
}

}  // namespace pes::test
