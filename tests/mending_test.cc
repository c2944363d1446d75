#include "mending.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <functional>
#include <random>

#include "diagnostics/edit.h"
#include "support/files.h"
#include "support/sites.h"

namespace pes::test {
namespace {

Settings settings_for(const std::filesystem::path& folder) {
  return {folder, "", std::nullopt, {test_day, false}};
}

// One project, mended; its other files are those of the minimal site.
std::string mended(const std::string& bytes) {
  const TemporaryFolder folder;
  copy_minimal_site(folder.path());
  write(folder.path() / "content/projets/essai.md", bytes);
  for (const MendedFile& file : mend_content(settings_for(folder.path()))) {
    if (file.path == "content/projets/essai.md") return file.after;
  }
  return bytes;
}

std::string record_with(const std::string& fields) {
  return "---\ntitre: Essai\ndispositif: dla\n" + fields + "\n---\n\nTexte.\n";
}

std::size_t count_errors(const std::filesystem::path& folder) {
  return build_site(folder).found.count(Severity::error);
}

template <typename Items>
const auto& pick(const Items& items, std::mt19937& random) {
  return items[random() % items.size()];
}

// A project without mistakes, of the fields and forms that staff write.
std::string random_project(std::mt19937& random, int number) {
  const std::vector<std::string> words = {"Verger", "l'été", "« Les Lilas »", "à Is-sur-Tille",
                                          "n° 3",   "co-op", "100 %",         "œuvre"};
  const std::vector<std::string> optional = {
      "statut: en-cours\n",
      "statut: 'termine' # fini\n",
      "debut: 2024-01-02\nfin: 2024-03-04\n",
      "partenaires: [Ville de Dijon, \"Région, BFC\"]\n",
      "partenaires:\n  - Ville de Dijon\n  # pas encore signé\n  - 'Région : BFC'\n",
      "etapes:\n  - Une étape\n  - {titre: Deux, etat: fait}\n  - titre: Trois\n    date: "
      "2024-02-03\n",
      "impact: {personnes: 1 200}\n",
      "impact:\n  personnes: {valeur: 3, precision: environ}\n",
      "site_web: https://exemple.fr/a?b=c#d\n",
      "resume: |\n  Un résumé : avec deux-points\n  - et un tiret\n",
      "resume: \"Sur deux\n  lignes\"\n",
      "structure: Les Amis\n  du lac\n",
      "brouillon: non\n",
      "tri: \"a: b\" # clé\n"};
  std::string fields =
      fmt::format("titre: Projet {} {}\ndispositif: dla\n", number, pick(words, random));
  std::vector<std::string> chosen = optional;
  std::shuffle(chosen.begin(), chosen.end(), random);
  std::string seen;
  for (std::size_t i = 0; i < random() % 5; ++i) {
    const std::string key = "\n" + chosen[i].substr(0, chosen[i].find(':') + 1);
    if (("\n" + seen).find(key) == std::string::npos) seen += chosen[i];
  }
  return "---\n" + fields + seen + "---\n\nUn texte, « entre guillemets ».\n\n---\n\nLa suite.\n";
}

using Mutation = std::function<std::string(std::string, std::mt19937&)>;

std::string replace_first(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  return at == std::string::npos ? text : text.replace(at, from.size(), to);
}

// What goes wrong in an editor.
std::vector<Mutation> mutations() {
  return {
      [](std::string text, auto&) { return replace_first(text, ": ", ":"); },
      [](std::string text, auto&) { return replace_first(text, ": ", ":\u00A0"); },
      [](std::string text, auto&) { return replace_first(text, "  ", "\t"); },
      [](std::string text, auto&) { return replace_first(text, "  ", "   "); },
      [](std::string text, auto&) { return replace_first(text, "  - ", "  -"); },
      [](std::string text, auto&) { return replace_first(text, "  - ", "  • "); },
      [](std::string text, auto&) { return replace_first(text, "titre: ", "titre: \""); },
      [](std::string text, auto&) { return replace_first(text, "titre: ", "titre: Essai : "); },
      [](std::string text, auto&) { return replace_first(text, "titre:", "Titre:"); },
      [](std::string text, auto&) { return replace_first(text, "]", ""); },
      [](std::string text, auto&) { return replace_first(text, "2024-01-02", "02/01/2024"); },
      [](std::string text, auto&) { return replace_first(text, "\n---\n", "\n"); },
      [](std::string text, auto&) { return replace_first(text, "---\n", ""); },
      [](std::string text, auto&) { return "\xEF\xBB\xBF" + text; },
      [](std::string text, std::mt19937& random) { return text.erase(random() % text.size(), 1); },
      [](std::string text, std::mt19937& random) {
        return text.insert(random() % text.size(), 1, "\"':#-[]{}\t \n"[random() % 12]);
      }};
}

}  // namespace

TEST_CASE("edits: nothing changes but what is edited, whatever the bytes around it") {
  const std::string bytes =
      "\xEF\xBB\xBF"
      "a: e\u0301te\u0301 # x\r\nb: Cote\u0301 d'Or\r\nc: 1\r\n";
  const std::string text = "a: été # x\nb: Coté d'Or\nc: 1\n";
  const auto at = [&](std::string_view word) {
    return Span{0, static_cast<std::uint32_t>(text.find(word)),
                static_cast<std::uint32_t>(word.size())};
  };

  CHECK(apply_edits(bytes, text, {{at("été"), "hiver"}, {at("d'Or"), "x\ny"}, {at("1"), "2"}}) ==
        "\xEF\xBB\xBF"
        "a: hiver # x\r\nb: Cote\u0301 x\r\ny\r\nc: 2\r\n");
  CHECK(apply_edits(bytes, text, {}) == bytes);
  CHECK(apply_edits("a: 1", "a: 1", {{{0, 4, 0}, "0"}, {{0, 4, 0}, "9"}, {{0, 3, 1}, "x"}}) ==
        "a: x0");
}

TEST_CASE("mending: comments, order, quotes and line ends stay") {
  CHECK(mended("---\r\n# tête\r\ndate: \"12/03/2024\"   # jour\r\ntitre: Essai : un\r\n"
               "statut: 'en cours'\r\ndispositif: dla\r\n---\r\n\r\nTexte.\r\n") ==
        "---\r\n# tête\r\ndate: \"2024-03-12\"   # jour\r\ntitre: \"Essai : un\"\r\n"
        "statut: 'en-cours'\r\ndispositif: dla\r\n---\r\n\r\nTexte.\r\n");
}

TEST_CASE("mending: what people must decide stays as it is") {
  for (const char* line :
       {"dispositif: dlb", "statut: peut-être", "date: 03/2024", "date: 31/02/2024",
        "impact: &a {personnes: 1}", "impact: {personne: 3, personnes: 2}"}) {
    const std::string bytes =
        fmt::format("---\ntitre: Essai\ndispositif: dla\n{}\n---\n\nTexte.\n", line);
    INFO(line);
    CHECK(mended(bytes) == bytes);
  }
}

TEST_CASE(
    "mending: valid YAML of any form, and what only its author understands, stay as they are") {
  for (const char* fields : {"themes: [site, flux] #note",
                             "themes: [a: b, c]",
                             "photo: {alt: a, alt: a, decorative: oui}",
                             "etapes:\n  - {titre: a, titre: a, date: 2024-01-01}\n  - {titre: b}",
                             "resume: a\n  b\nterritoire: X\nresume: a\n  b",
                             "date: 2024-01-01\ndate: 2024-01-01 # à vérifier",
                             "date: 2024-01-01\n\n## Chiffres\nimpact:\n  personnes: 12",
                             "resume: |\n  a\n  --\n  b",
                             "themes: [\"a\", \"b]",
                             "themes: [\"un long\n  thème\", \"b\"]",
                             "impact: #2024\n  personnes: 12",
                             "themes: #1 liste\n  - a",
                             "date: #2024-01-01",
                             "resume: “A” et “B”",
                             "resume: “a\n  b”",
                             "photo:\nalt: |\n  une photo\n  belle",
                             "themes: [a,\n  b]",
                             "resume: Besançon : la ville\n  et ses environs",
                             "resume: | Un texte\n  suite",
                             "resume: Nous avons\n  un but : aider",
                             "site_web: http:/exemple.fr",
                             "site_web: contact@exemple.fr",
                             "themes: [\n  \"a\",\n  \"b\"\n]",
                             "\"impact\":\n  personnes: 12",
                             "\"resume\": |\n  Note : voir\n  la suite",
                             "themes:\n  - |\n    note: x\n    b\n  - c",
                             "etapes:\n  -\n    titre: a\n    date: 2024-01-01\n  -\n    titre: b",
                             "themes:\n  - DLA:2024\n  - tel:0380"}) {
    const std::string bytes = record_with(fields);
    INFO(fields);
    CHECK(mended(bytes) == bytes);
  }
}

TEST_CASE("mending: only what is wrong is touched, in brackets, lists and beside comments") {
  const std::vector<std::pair<const char*, const char*>> cases = {
      {"themes: [“a”, “b”]", "themes: [\"a\", \"b\"]"},
      {"etapes:\n  - {date: 12/03/2024, titre: a}", "etapes:\n  - {date: 2024-03-12, titre: a}"},
      {"photo: {alt: a, decorative: yes }", "photo: {alt: a, decorative: oui }"},
      {"themes:\n\n-Dijon\n-Beaune", "themes:\n\n- Dijon\n- Beaune"},
      {"etapes:\n  • titre: Début : le Lot #2\n  • titre : “c”",
       "etapes:\n  - titre: \"Début : le Lot #2\"\n  - titre : \"c\""},
      {"etapes:\n  • titre: a : b\n    date: 12/03/2024\n  • titre: c",
       "etapes:\n  - titre: \"a : b\"\n    date: 2024-03-12\n  - titre: c"},
      {"resume: a : Lot #2", "resume: \"a : Lot #2\""},
      {"territoire: Lot #2 # note interne", "territoire: \"Lot #2\" # note interne"},
      {"territoire: \"A\" B # note", "territoire: \"\\\"A\\\" B\" # note"},
      {"territoire: \"A\" et \"B\"", "territoire: \"\\\"A\\\" et \\\"B\\\"\""},
      {"themes:\n•\tDijon", "themes:\n- Dijon"}};
  for (const auto& [before, after] : cases) {
    const auto& written = before;
    INFO(written);
    CHECK(mended(record_with(before)) == record_with(after));
  }
}

TEST_CASE("mending: fields never become text, and text stays text") {
  // A comment, or a heading of Markdown below fields that were never closed.
  CHECK(mended("---\ntitre: C\ndispositif: dla\n\n# Mon titre\n\nTexte.\n") ==
        "---\ntitre: C\ndispositif: dla\n---\n\n# Mon titre\n\nTexte.\n");
  CHECK(mended("---titre: A\ndispositif: dla\n---\nx\n") ==
        "---titre: A\ndispositif: dla\n---\nx\n");
}

TEST_CASE("mending: what is valid stays valid, and stays as it is") {
  std::mt19937 random(7);
  const TemporaryFolder folder;
  copy_minimal_site(folder.path());
  for (int i = 0; i < 200; ++i) {
    write(folder.path() / fmt::format("content/projets/p{}.md", i), random_project(random, i));
  }

  REQUIRE(count_errors(folder.path()) == 0);
  for (const MendedFile& file : mend_content(settings_for(folder.path()))) {
    INFO(file.path, "\n", file.before, "\n", file.after);
    CHECK(file.after == file.before);
  }
}

TEST_CASE("mending: it never adds a mistake, and once is enough") {
  std::mt19937 random(11);
  const auto all = mutations();
  for (int round = 0; round < 8; ++round) {
    const TemporaryFolder folder;
    copy_minimal_site(folder.path());
    for (int i = 0; i < 60; ++i) {
      std::string text = random_project(random, i);
      for (std::size_t k = 0; k <= random() % 3; ++k) text = pick(all, random)(text, random);
      write(folder.path() / fmt::format("content/projets/p{}.md", i), text);
    }
    const std::size_t before = count_errors(folder.path());

    for (const MendedFile& file : mend_content(settings_for(folder.path()))) {
      write(folder.path() / file.path, file.after);
    }

    CHECK(count_errors(folder.path()) < before);
    CHECK(mend_content(settings_for(folder.path())).empty());
  }
}

}  // namespace pes::test
