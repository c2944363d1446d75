#include "publish/name_check.h"

#include <doctest/doctest.h>

#include "publish/document_text.h"
#include "support/files.h"
#include "support/records.h"

namespace pes::test {

namespace {

std::string fixture(const std::string& name) { return read(repository() / "tests" / name); }

// Camille is withheld, Béa shows her initial.
struct People {
  SourceFiles files = {{"content/temoignages/a.md", "auteur: Camille Exemple"},
                       {"content/temoignages/b.md", "auteur: Béa Exemple"},
                       {"content/accueil.md", "Bonjour."}};
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

  // What is said of one file with these bytes.
  [[nodiscard]] Diagnostics check(const std::string& path, const std::string& bytes) const {
    Diagnostics found;
    Site site;
    site.pages.push_back({.address = "/projets/x/", .layout = "projet"});
    check_names({records, decisions, files}, site, std::vector<OutputFile>{{path, bytes, {}}},
                found);
    return found;
  }

  [[nodiscard]] std::size_t hits(const std::string& path, const std::string& bytes) const {
    return check(path, bytes).all().size();
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
  CHECK(document_text("%PDF-1.7 abîmé") == "%PDF-1.7 abîmé");
  CHECK(document_text("PK\x03\x04 abîmé") == "PK\x03\x04 abîmé");
  CHECK(document_text("Du texte.") == "Du texte.");
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

}  // namespace pes::test
