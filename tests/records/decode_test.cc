#include "records/decode.h"

#include <doctest/doctest.h>

#include <algorithm>

namespace pes::test {

namespace {

struct Decoded {
  SourceFiles files;
  Diagnostics found;
  Record record;

  [[nodiscard]] std::vector<Rule> rules() const {
    std::vector<Rule> out;
    for (const Diagnostic& diagnostic : found.all()) out.push_back(diagnostic.rule);
    return out;
  }
};

Decoded decode(std::string_view kind, const std::string& fields) {
  Decoded decoded;
  decoded.files = {{"content/x/un-nom.md", "---\n" + fields + "---\nTexte.\n"}};
  decoded.record = decode_record({0, &kind_named(kind), true}, decoded.files, decoded.found);
  return decoded;
}

Decoded project(const std::string& fields) {
  return decode("projet", "titre: T\ndispositif: dla\n" + fields);
}

}  // namespace

TEST_CASE("decode: values have the types of the table") {
  const Decoded decoded = project(
      "brouillon: Oui\ndate: 2024-03-12\nthemes: un seul\nimpact: {personnes: \"2 600\"}\n"
      "etapes: [Un, {titre: Deux, etat: fait}]\nstructure: non\n");

  CHECK(decoded.rules().empty());
  const Record& record = decoded.record;
  CHECK(flag_of(field(record, "brouillon")));
  CHECK(format_iso(*date_of(field(record, "date"))) == "2024-03-12");
  CHECK(list_of(field(record, "themes")).size() == 1);
  CHECK(text_of(field(record, "structure")) == "non");
  const List& steps = list_of(field(record, "etapes"));
  REQUIRE(steps.size() == 2);
  CHECK(text_of(find(object_of(&steps[0]), "titre")) == "Un");
  CHECK(text_of(find(object_of(&steps[1]), "etat")) == "fait");
  const Value* figure = find(object_of(field(record, "impact")), "personnes");
  CHECK(std::get<Decimal>(find(object_of(figure), "valeur")->data) == whole(2600));
}

TEST_CASE("decode: all mistakes of a record are reported in one run") {
  const Decoded decoded =
      project("date: 03/04/2024\nstatu: x\nstatut: fini\nbrouillon: peut-être\n");

  CHECK(decoded.rules() == std::vector<Rule>{Rule::french_date, Rule::unknown_key,
                                             Rule::unknown_choice, Rule::wrong_type});
  CHECK(decoded.found.all()[0].fix.at(0).text == "2024-04-03");
  CHECK(decoded.found.all()[1].nearest == "statut");
}

TEST_CASE("decode: a field that is there but wrong is not also missing") {
  CHECK(decode("bilan", "titre: T\nsource: S\nannee: deux mille\nchiffres: {p: 1}\n").rules() ==
        std::vector<Rule>{Rule::wrong_type});
}

TEST_CASE("decode: an empty required field is missing, an empty optional one is absent") {
  CHECK(decode("page", "titre:\n").rules() == std::vector<Rule>{Rule::missing_field});
  CHECK(decode("page", "titre: \"  \"\n").rules() == std::vector<Rule>{Rule::missing_field});
  CHECK(project("structure:\n").rules().empty());
}

TEST_CASE("decode: a testimonial in somebody's words needs that somebody") {
  const std::string fields = "titre: T\nstructure: S\ndispositif: dla\nforme: ";

  CHECK(decode("temoignage", fields + "citation\n").rules() ==
        std::vector<Rule>{Rule::missing_field});
  CHECK(decode("temoignage", fields + "recit\n").rules().empty());
}

TEST_CASE("decode: a photo needs a text unless it is decorative") {
  CHECK(project("photo: {fichier: a.jpg}\n").rules() == std::vector<Rule>{Rule::missing_field});
  CHECK(project("photo: {fichier: a.jpg, decorative: oui}\n").rules().empty());
  CHECK(project("photo: {fichier: a.jpg, decorative: non}\n").found.has_errors());
  CHECK(project("photo: {fichier: a.jpg, alt: Un mur, personnes: 0}\n").rules().empty());
  CHECK(project("photo: {fichier: a.jpg, alt: Un mur, personnes: 1}\n").rules().empty());
}

TEST_CASE("decode: the slug comes from the file name unless the field says otherwise") {
  CHECK(project("").record.slug == "un-nom");
  CHECK(project("slug: autre\n").record.slug == "autre");
  CHECK(project("slug: Un Autre\n").found.all()[0].fix.at(0).text == "un-autre");
}

TEST_CASE("decode: a record whose YAML breaks keeps its slug") {
  for (const char* fields : {"structure x\n", "structure: [{x\n"}) {
    const Decoded decoded = project(fields);

    CHECK(decoded.record.broken);
    CHECK(decoded.record.slug == "un-nom");
    CHECK(decoded.found.all().size() == 1);
  }
}

TEST_CASE("decode: the fences may have trailing spaces") {
  Decoded decoded;
  decoded.files = {{"content/x/a.md", "---  \ntitre: T\n--- \nTexte."}};

  decoded.record = decode_record({0, &kind_named("page"), true}, decoded.files, decoded.found);

  CHECK(decoded.rules().empty());
  CHECK(decoded.files[0].text.substr(decoded.record.body_begin) == "Texte.");
}

TEST_CASE("decode: a misspelt required field is not also missing") {
  CHECK(decode("page", "titer: T\n").rules() == std::vector<Rule>{Rule::unknown_key});
}

TEST_CASE("decode: YAML escapes cannot hold what a file cannot") {
  CHECK(decode("page", "titre: \"a\\x1Db\"\n").rules() ==
        std::vector<Rule>{Rule::control_character});
  CHECK(decode("page", "titre: \"a\\0b\"\n").found.has_errors());
}

TEST_CASE("decode: old addresses are plain paths, decoded") {
  const auto old = [](const char* path) {
    return project("anciennes_adresses: \"" + std::string(path) + "\"\n");
  };

  CHECK(old("/vieux/").rules().empty());
  CHECK(text_of(&list_of(field(old("/t%C3%A9moin").record, "anciennes_adresses"))[0]) == "/témoin");
  for (const char* path : {"/.pes", "/./", "/a/./b/", "/a/../b", "/a//b", "//a", "a", "/a?b",
                           "/a b", "/%2e%2e/a", "/a\\0b/"}) {
    INFO(path);
    CHECK(old(path).found.has_errors());
  }
  CHECK(old(("/" + std::string(300, 'a')).c_str()).found.has_errors());
}

TEST_CASE("decode: an address without its scheme gets one proposed") {
  CHECK(project("site_web: www.exemple.org\n").found.all()[0].fix.at(0).text ==
        "https://www.exemple.org");
  CHECK(project("site_web: javascript:alert(1)\n").found.has_errors());
}

}  // namespace pes::test
