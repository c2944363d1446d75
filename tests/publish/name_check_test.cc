#include "publish/name_check.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "support/files.h"
#include "support/records.h"
#include "support/sites.h"

namespace pes::test {

namespace {

std::string fixture(const std::string& name) { return read(repository() / "tests" / name); }

// Camille is withheld, Béa shows her initial.
struct People {
  SourceFiles files = {{"content/temoignages/a.md", "auteur: Camille Exemple"},
                       {"content/temoignages/b.md", "auteur: Béa Exemple"},
                       {"content/accueil.md", "Bonjour."}};
  TemporaryFolder folder;
  std::vector<Record> records;
  std::vector<Decision> decisions{3};

  People() {
    const std::string fields = "titre: T\nstructure: S\nforme: citation\ndispositif: d\nauteur: ";
    records = {make_record("temoignage", "a", fields + "Camille Exemple\n"),
               make_record("temoignage", "b", fields + "Béa Exemple\n"),
               make_record("accueil", "accueil", "titre: T\n")};
    for (FileId i = 0; i < 3; ++i) records[i].file = i;
    decisions[0].reason = decisions[0].consent = Reason::expired;
    decisions[1].name = "Béa E.";
  }

  // A page as bytes, anything else as a copy of a file, as when it is published.
  [[nodiscard]] OutputFile file(const std::string& path, const std::string& bytes) const {
    if (path.ends_with(".html") || path.ends_with(".xml") || path.ends_with(".json")) {
      return {path, bytes, {}};
    }
    write(folder.path() / path, bytes);
    return {path, "", folder.path() / path};
  }

  // What is said of one file with these bytes.
  [[nodiscard]] Diagnostics check(const std::string& path, const std::string& bytes,
                                  Purpose purpose = Purpose::site) const {
    Diagnostics found;
    Site site;
    site.pages.push_back({.address = "/projets/x/", .layout = "projet"});
    NameCheck names({records, decisions, files}, site);
    names.search(purpose, std::vector<OutputFile>{file(path, bytes)}, Workers(2), found);
    names.report(found);
    return found;
  }

  [[nodiscard]] std::size_t hits(const std::string& path, const std::string& bytes,
                                 Purpose purpose = Purpose::site) const {
    return check(path, bytes, purpose).all().size();
  }
};

}  // namespace

TEST_CASE("name check: in pages, feeds, data and paths") {
  const People people;

  CHECK(people.hits("projets/x/index.html", "<p>Camille <em>Exemple</em></p>") == 1);
  CHECK(people.hits("flux.xml", "<name>B&#233;a Exemple</name>") == 1);
  CHECK(people.hits("donnees/a.json", "{\"n\": \"B\\u00e9a Exemple\"}") == 1);
  CHECK(people.hits("temoignages/camille-exemple/index.html", "") == 1);
  CHECK(people.hits("index.html", "Béa E. et une autre Camille") == 0);
}

TEST_CASE("name check: what the style sheet of a theme packs") {
  const People people;
  const OutputFile style{
      "style.css", "a{background:url(data:image/svg+xml;base64,Q2FtaWxsZSBFeGVtcGxl)}", {}};
  Diagnostics found;
  const Site site;
  NameCheck names({people.records, people.decisions, people.files}, site);
  names.search(Purpose::site, std::vector<OutputFile>{style}, Workers(1), found);

  CHECK(names.has_found());
}

TEST_CASE("name check: commas part cells in tables alone") {
  const People people;
  CHECK(people.hits("medias/a.csv", "Nom,Civilité,Prénom\nExemple,Mme,Camille\n") == 1);
  CHECK(people.hits("medias/A.CSV", "Exemple,Mme,Camille\n") == 1);
  CHECK(people.hits("medias/a.csv", "Exemple,M.,Luc\nUn,Mme,Camille\n") == 0);
  CHECK(people.hits("medias/a.txt", "Exemple, Mme Un, Camille\n") == 0);
}

TEST_CASE("name check: a path is told without the name that it holds") {
  People people;
  const auto told = [&](const std::string& path) {
    const Diagnostics found = people.check(path, "");
    REQUIRE(found.has_errors());
    for (const Diagnostic& finding : found.all()) {
      CHECK(finding.args[0].fr.find("amille") == std::string::npos);
    }
    return found.all().back();
  };

  CHECK(told("medias/photo-Camille_Exemple-2.jpg").args[0].fr == "medias/photo-C…_E…-2.jpg");
  CHECK(told("temoignages/camilleexemple/index.html").args[0].fr == "temoignages/c…/index.html");
  CHECK(told("medias/camille-exemple-et-bea-exemple.pdf").args[0].fr ==
        "medias/c…-e…-et-b…-e….pdf");
  people.files[0].path = "content/temoignages/camille-exemple.md";
  CHECK(told("medias/camille.exemple.jpg").args[2].fr == "content/temoignages/c…-e….md");
  CHECK(told("medias/camille.exemple.jpg").span.file == no_file);
}

TEST_CASE("name check: no place in a file whose path holds the name is told") {
  People people;
  people.files[2] = {"content/pages/camille-exemple.md", "Camille Exemple est là."};

  const Diagnostics found = people.check("index.html", "Camille Exemple");

  REQUIRE(found.all().size() == 1);
  CHECK(found.all().front().span.file == no_file);
  people.files[2].path = "content/pages/a.md";
  CHECK(people.check("index.html", "Camille Exemple").all().front().span.file == 2);
}

TEST_CASE("name check: the first file by its path is told, whichever is searched first") {
  const People people;
  const Site site;
  NameCheck names({people.records, people.decisions, people.files}, site);
  Diagnostics found;

  names.search(Purpose::site, std::vector<OutputFile>{{"b.html", "Rien", {}}}, Workers(2), found);
  CHECK_FALSE(names.has_found());
  names.search(Purpose::site,
               std::vector<OutputFile>{{"c.html", "Béa Exemple", {}}, {"d.html", "", {}}},
               Workers(2), found);
  CHECK(names.has_found());
  names.search(Purpose::site, std::vector<OutputFile>{{"a.html", "Béa Exemple", {}}}, Workers(2),
               found);
  names.report(found);

  REQUIRE(found.all().size() == 1);
  CHECK(found.all()[0].args[0].en == "a.html");
}

TEST_CASE(
    "name check: what is granted for one purpose is granted for no other, whatever the path") {
  People people;
  people.decisions[1].name = "Béa Exemple";
  people.decisions[1].purposes.reset();
  people.decisions[1].purposes.set(index_of(Purpose::site));

  for (const char* path : {"projets/x/index.html", "flux.xml", "donnees/a.json", "nouveau.txt"}) {
    CHECK(people.hits(path, "Béa Exemple", Purpose::site) == 0);
    CHECK(people.hits(path, "Béa Exemple", Purpose::feed) == 1);
    CHECK(people.hits(path, "Béa Exemple", Purpose::data) == 1);
    CHECK(people.hits(path, "Béa Exemple", Purpose::report) == 1);
  }
  // A portrait is what « reseaux » is about.
  CHECK(people.hits("apercus/a.svg", "Béa Exemple", Purpose::networks) == 0);
}

TEST_CASE("name check: a page that withholds a name, which another record rightly shows") {
  People people;
  people.decisions[0] = people.decisions[1] = Decision{};
  people.decisions[1].name = "Béa Exemple";
  people.records[0] = people.records[1];
  people.records[0].file = 0;
  Site site;
  site.entries.push_back({.record = people.records.data(),
                          .decision = people.decisions.data(),
                          .address = "/temoignages/a/"});
  site.pages.push_back({.address = "/temoignages/a/", .layout = "temoignage", .entry = 0});
  const auto hits = [&](const char* path) {
    Diagnostics found;
    NameCheck names({people.records, people.decisions, people.files}, site);
    names.search(Purpose::site, std::vector<OutputFile>{{path, "Béa Exemple", {}}}, Workers(2),
                 found);
    names.report(found);
    return found.all().size();
  };

  CHECK(hits("temoignages/a/index.html") == 1);
  CHECK(hits("index.html") == 0);
}

TEST_CASE("name check: in what a picture says of itself") {
  const People people;

  CHECK(people.hits("medias/photo.jpg", fixture("images/fichiers/photo.jpg")) == 1);
  CHECK(people.hits("fond.png", fixture("images/fichiers/transparent.png")) == 1);
  CHECK(people.hits("medias/tourne.jpg", fixture("images/fichiers/tourne.jpg")) == 0);
}

TEST_CASE("name check: in documents, however they are packed") {
  const People people;

  CHECK(people.hits("medias/charte.pdf", fixture("publish/fichiers/charte.pdf")) == 2);
  CHECK(people.hits("medias/note.docx", fixture("publish/fichiers/note.docx")) == 2);
}

TEST_CASE("name check: a file that is not read whole is an error, where there is a name to hide") {
  People people;
  const auto rules = [&](const std::string& path, const std::string& bytes) {
    return rules_of(people.check(path, bytes));
  };

  CHECK(rules("medias/a.pdf", "%PDF-1.7 abîmé") == std::vector{Rule::unsearchable_document});
  CHECK(rules("medias/a.docx", "PK\x03\x04 abîmé") == std::vector{Rule::unsearchable_document});
  CHECK(rules("medias/a.bin", "Du texte.") == std::vector{Rule::unsearchable_document});
  CHECK(rules("fond.gif", "GIF89a") == std::vector{Rule::unsearchable_document});
  CHECK(rules("medias/a.txt", "Du texte.").empty());
  people.decisions[0] = people.decisions[1] = Decision{};
  people.decisions[0].name = "Camille Exemple";
  people.decisions[1].name = "Béa Exemple";
  CHECK(rules("medias/a.pdf", "%PDF-1.7 abîmé") == std::vector{Rule::unread_document});
  CHECK(rules("medias/a.txt", "Du texte.").empty());
}

TEST_CASE("name check: it says which file and template, and where the name is written") {
  People people;
  people.files[2].text = "Merci à Camille EXEMPLE.";

  const Diagnostics found = people.check("projets/x/index.html", "Camille Exemple");

  REQUIRE(found.all().size() == 1);
  const Diagnostic& one = found.all()[0];
  CHECK(one.rule == Rule::name_in_output);
  CHECK(one.args[0].fr == "projets/x/index.html");
  CHECK(one.args[1].fr == "projet");
  CHECK(one.args[2].fr == "content/temoignages/a.md");
  CHECK(one.span.file == 2);
  CHECK(people.files[2].text.substr(one.span.offset, one.span.length) == "Camille EXEMPLE");
}

TEST_CASE("name check: the field that rightly holds the name is not to blame") {
  People people;
  people.files[1].text = "auteur: Béa Exemple\n\nMoi, Béa Exemple, je dis";
  people.records[1]
      .values[static_cast<std::size_t>(field_index(*people.records[1].kind, "auteur"))]
      .span = {1, 8, 12};

  const Diagnostics found = people.check("index.html", "Béa Exemple");

  REQUIRE(found.all().size() == 1);
  CHECK(found.all()[0].span.offset > 20);
}

TEST_CASE("name check: who consents to the page alone is named in no feed and no data of others") {
  // The file in which the name of somebody is that a project mentions.
  const auto stopped_at = [](const std::string& supports) {
    const TemporaryFolder folder;
    copy_minimal_site(folder.path());
    write(folder.path() / "content/temoignages/essai.md",
          "---\ntitre: Essai\nstructure: Verger\nforme: citation\nauteur: Zéphyrine Quillevic\n"
          "dispositif: dla\nconsentement:\n  base: accord-ecrit\n  recueilli_le: 2025-06-01\n"
          "  preuve: R-1\n  duree: P3Y\n  portee: {nom: complet}\n  supports: " +
              supports + "\n---\n\nMoi, Zéphyrine Quillevic.\n");
    write(folder.path() / "content/projets/voisin.md",
          "---\ntitre: Zéphyrine Quillevic et nous\ndispositif: dla\ndate: 2025-06-01\n"
          "resume: Une idée.\n---\n\nUn texte.\n");
    const Built built = build_site(folder.path());
    for (const Diagnostic& found : built.found.all()) {
      if (found.rule == Rule::name_in_output) return found.args[0].en;
    }
    return std::string();
  };

  CHECK(stopped_at("[site, flux, donnees]").empty());
  CHECK(stopped_at("[site, donnees]").ends_with("flux.xml"));
  CHECK(stopped_at("[site, flux]").starts_with("donnees/"));
}

}  // namespace pes::test
