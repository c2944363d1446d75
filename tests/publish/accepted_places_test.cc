#include "publish/accepted_places.h"

#include <doctest/doctest.h>

#include "publish/name_check.h"
#include "support/files.h"
#include "support/records.h"

namespace pes::test {

namespace {

// Claire Fontaine is withheld; a project speaks of a fountain, and an exception says so.
struct Village {
  SourceFiles files = {{"content/temoignages/claire.md", "auteur: Claire Fontaine"},
                       {"content/projets/source.md", "Près de la Claire Fontaine."},
                       {"content/projets/verger.md", "Un verger."},
                       {"content/site.yml", "titre: T"},
                       {"themes/t/layouts/projet.mustache", "<p>"}};
  std::vector<Record> records;
  std::vector<Decision> decisions{4};
  std::vector<AcceptedName> accepted = {{0, 1, ""}, {0, no_file, "charte.pdf"}};
  Site site;

  Village() {
    records.reserve(8);
    decisions.reserve(8);
    const std::string person = "titre: T\nstructure: S\nforme: citation\ndispositif: d\nauteur: ";
    records.push_back(make_record("temoignage", "claire", person + "Claire Fontaine\n"));
    records.push_back(make_record("projet", "source", "titre: T\ndispositif: d\n"));
    records.push_back(make_record("projet", "verger", "titre: V\ndispositif: d\n"));
    records.push_back(make_record("site", "site",
                                  "titre: T\ndescription: D\nbase_url: https://x.invalid/\n"
                                  "organisation: O\n"));
    for (FileId i = 0; i < 4; ++i) records[i].file = i;
    decisions[0].reason = decisions[0].consent = Reason::expired;
    for (std::size_t i = 1; i < 3; ++i) {
      const std::string address = "/projets/" + records[i].slug + "/";
      site.entries.push_back(
          {.record = &records[i], .decision = &decisions[i], .address = address});
      site.pages.push_back({.address = address, .layout = "projet", .entry = i - 1});
    }
    site.pages.push_back({.address = "/projets/", .layout = "liste"});
  }

  [[nodiscard]] bool stops(const std::string& path, const std::string& bytes,
                           const std::string& copy_of = "") const {
    Diagnostics found;
    NameCheck names({records, decisions, files, accepted}, site);
    names.search(Purpose::site, std::vector<OutputFile>{{path, bytes, copy_of}}, Workers(1), found);
    return names.has_found();
  }
};

}  // namespace

TEST_CASE("accepted places: the words may stand on the page of the place, and in lists") {
  const Village village;

  CHECK_FALSE(village.stops("projets/source/index.html", "<p>la Claire <b>Fontaine</b>"));
  CHECK_FALSE(village.stops("projets/source/index.html", "FONTAINE Claire"));
  CHECK_FALSE(village.stops("projets/index.html", "près de la Claire Fontaine"));
  CHECK_FALSE(village.stops("recherche/fiches-1.json", "[\"la Claire Fontaine\"]"));
  CHECK_FALSE(village.stops("projets/verger/index.html", "voisin : la Claire Fontaine"));
}

TEST_CASE("accepted places: elsewhere only in the spelling of the place") {
  const Village village;

  for (const char* text : {"FONTAINE Claire", "Mme Fontaine", "Claire Marie Fontaine",
                           "claire.fontaine2 Fontaine, Claire"}) {
    INFO(std::string(text));
    CHECK(village.stops("projets/index.html", text));
  }
  CHECK(village.stops("style.css", "/* Claire Fontaine */"));
  CHECK(village.stops("projets/claire-fontaine-x/index.html.js", "Claire Fontaine"));
}

TEST_CASE("accepted places: in the document that is one, and in no other copy") {
  const Village village;
  const TemporaryFolder folder;
  write(folder.path() / "note.txt", "la Claire Fontaine");
  const std::string source = folder.path() / "note.txt";

  CHECK_FALSE(village.stops("medias/charte.pdf", "", source));
  CHECK(village.stops("medias/note.txt", "", source));
  CHECK(village.stops("projets/source/note.txt", "", source));
}

TEST_CASE("accepted places: nowhere but on its page once another text has the words") {
  for (const FileId other : {FileId{2}, FileId{3}, FileId{4}}) {
    Village village;
    village.files[other].text += " Merci à Claire Fontaine.";
    INFO(village.files[other].path);

    CHECK_FALSE(village.stops("projets/source/index.html", "la Claire Fontaine"));
    CHECK(village.stops("projets/index.html", "la Claire Fontaine"));
    CHECK(village.stops("projets/verger/index.html", "Merci à Claire Fontaine"));
  }
  Village marked;
  marked.site.entries[1].body.body.html = "<p>Merci à Clai<b>re</b> Fontaine";
  CHECK(marked.stops("projets/index.html", "la Claire Fontaine"));
}

TEST_CASE("accepted places: never for somebody else, on the person's own page, or without one") {
  Village village;
  village.files.push_back({"content/temoignages/claire2.md", "auteur: Claire Fontaine-Roy"});
  village.records.push_back(make_record(
      "temoignage", "b",
      "titre: T\nstructure: S\nforme: citation\ndispositif: d\nauteur: Béa Fontaine\n"));
  village.records.back().file = 5;
  village.decisions.push_back(village.decisions[0]);
  CHECK(village.stops("projets/source/index.html", "Béa Fontaine"));

  Village own;
  own.decisions[0] = Decision{};
  own.decisions[0].name = "Claire F.";
  own.site.entries.push_back({.record = own.records.data(),
                              .decision = own.decisions.data(),
                              .address = "/temoignages/claire/"});
  own.site.pages.push_back({.address = "/temoignages/claire/", .layout = "x", .entry = 2});
  CHECK(own.stops("temoignages/claire/index.html", "la Claire Fontaine"));
  CHECK_FALSE(own.stops("projets/source/index.html", "la Claire Fontaine"));

  Village none;
  none.accepted.clear();
  CHECK(none.stops("projets/source/index.html", "la Claire Fontaine"));
}

}  // namespace pes::test
