#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>

#include "diagnostics/rule_examples.h"
#include "diagnostics/rules.h"
#include "records/scaffold.h"
#include "schema/kinds.h"
#include "support/files.h"
#include "support/process.h"
#include "support/sites.h"

namespace pes::test {
namespace {

const std::string day = "2026-01-15";

struct NewSite {
  TemporaryFolder folder;
  NewSite() { copy_minimal_site(folder.path()); }

  Finished make(std::vector<std::string> options) const {
    options.insert(options.begin(), {"new", "--source", folder.path(), "--date", day});
    return run_pes(options);
  }
  Finished validate() const {
    return run_pes({"validate", "--source", folder.path(), "--date", day});
  }
};

}  // namespace

TEST_CASE("explain: every rule says what it is for, with its mistake, in both languages") {
  for (const RuleInfo& info : all_rules()) {
    const std::string code = rule_code(info.rule);
    INFO(code);
    CHECK_FALSE(info.why.fr.empty());
    CHECK_FALSE(info.why.en.empty());
    const auto example = rule_example(info.rule);
    REQUIRE(example.has_value());
    CHECK(example->wrong.fr.find(code) != std::string_view::npos);
    CHECK(example->wrong.en.find(code) != std::string_view::npos);
    CHECK_FALSE(example->right.fr.empty());
    CHECK_FALSE(example->right.en.empty());
  }
}

TEST_CASE("explain: a code however it is typed, the list, and what is no rule") {
  const Finished french = run_pes({"explain", "PES0014"});

  CHECK(french.out.find("+titre: \"Besançon : la ville\"") != std::string::npos);
  CHECK(run_pes({"explain", "14"}).out == french.out);
  CHECK(run_pes({"explain", "pes14"}).out == french.out);
  CHECK(run_pes({"explain", "14", "--lang", "en"}).out.find("Wrong, for example:") !=
        std::string::npos);
  const std::string list = run_pes({"explain"}).out;
  CHECK(std::count(list.begin(), list.end(), '\n') == std::ssize(all_rules()) + 2);
  CHECK(list.find("PES0014 * ") != std::string::npos);
  CHECK(list.find("PES0013   ") != std::string::npos);
  CHECK(run_pes({"explain", "9999"}).code == 2);
  CHECK(run_pes({"explain", "titre"}).code == 2);
}

TEST_CASE("new: every kind gives a record that validate accepts, whatever its words") {
  const NewSite site;
  const std::vector<std::vector<std::string>> asked = {
      {"projet", "--titre", "L'été : \"bilan\" #2", "--dispositif", "dla", "--partenaires",
       "Ville, Région"},
      {"temoignage", "--titre", "*Essai*", "--structure", "- S", "--forme", "citation", "--auteur",
       "Zéphyrine Quillevic", "--dispositif", "dla"},
      {"bilan", "--titre", "Bilan 2024", "--annee", "2024", "--chiffres", "personnes=12",
       "--champ-source", "Rapport d'activité"},
      {"bilan", "--titre", "Depuis toujours", "--cumul", "oui", "--chiffres", "personnes = 1 200",
       "--champ-source", "S", "--au", "2014-12-31"},
      {"page", "--titre", "Une page"},
      {"dispositif", "--titre", "Autre dispositif"}};

  for (std::vector<std::string> options : asked) {
    options.emplace_back("--oui");
    const Finished made = site.make(options);
    INFO(options[0], "\n", made.err);
    CHECK(made.code == 0);
    CHECK(std::filesystem::exists(site.folder.path() / made.out.substr(0, made.out.size() - 1)));
  }
  const Finished checked = site.validate();
  INFO(checked.err);
  CHECK(checked.code == 0);
}

TEST_CASE("new: nothing is overwritten, and what is missing is said") {
  const NewSite site;
  const std::vector<std::string> page = {"page", "--titre", "Une page", "--oui"};
  REQUIRE(site.make(page).code == 0);
  const std::filesystem::path file = site.folder.path() / "content/pages/une-page.md";
  write(file, "à moi");

  CHECK(site.make(page).code == 2);
  CHECK(read(file) == "à moi");
  const Finished incomplete = site.make({"projet", "--oui"});
  CHECK(incomplete.code == 2);
  CHECK(incomplete.err.find("--titre, --dispositif") != std::string::npos);
  CHECK(site.make({"projets", "--oui"}).code == 2);
  CHECK(site.make({"page", "--titre", "…", "--oui"}).code == 2);
}

TEST_CASE("new: a record that validate would refuse is not written") {
  const NewSite site;
  for (const std::vector<std::string>& options : std::vector<std::vector<std::string>>{
           {"page", "--titre", "projets", "--oui"},
           {"page", "--titre", "Appelez le 06 12 34 56 78", "--oui"}}) {
    const Finished refused = site.make(options);
    INFO(refused.err);
    CHECK(refused.code == 1);
    CHECK(refused.err.find("PES") != std::string::npos);
  }
  CHECK_FALSE(std::filesystem::exists(site.folder.path() / "content/pages"));
}

TEST_CASE("new: a statement says which time it is about, and contradicts no other") {
  const NewSite site;
  std::vector<std::string> options = {
      "bilan", "--titre", "Un", "--oui", "--chiffres", "personnes=100", "--champ-source", "S"};
  const Finished open = site.make(options);
  CHECK(open.code == 2);
  CHECK(open.err.find("--annee (ou --cumul oui)") != std::string::npos);
  options.insert(options.end(), {"--cumul", "oui"});
  const Finished first = site.make(options);
  INFO(first.err);
  REQUIRE(first.code == 0);
  options[2] = "Deux";
  const Finished second = site.make(options);
  CHECK(second.code == 1);
  CHECK(second.err.find("PES0080") != std::string::npos);
  CHECK_FALSE(std::filesystem::exists(site.folder.path() / "content/bilans/deux.md"));
}

TEST_CASE("new: what is missing is called by its option") {
  const Finished made = NewSite().make(
      {"bilan", "--titre", "Un", "--oui", "--annee", "2024", "--chiffres", "personnes=1"});
  CHECK(made.code == 2);
  CHECK(made.err.find("--champ-source") != std::string::npos);
}

TEST_CASE("new: figures are written as other records write them") {
  KnownValues known;
  known.written["bilan.chiffres.personnes"] = Written::in_full;
  const std::string text =
      scaffold_record(kind_named("bilan"), {{"chiffres", "personnes=12, emplois=3"}}, known);

  CHECK(text.find("  personnes: {valeur: 12}\n  emplois: 3\n") != std::string::npos);
}

TEST_CASE("new: each field that has no answer is a comment, and nothing else is") {
  for (const Kind& kind : all_kinds()) {
    if (kind.folder.empty()) continue;
    const std::string text = scaffold_record(kind, {{"titre", "Essai"}}, {});
    for (const Field& field : kind.fields) {
      INFO(kind.name, " ", field.name);
      const std::string prefix = field.name == "titre" ? "\n" : "\n# ";
      CHECK(text.find(prefix + std::string(field.name) + ":") != std::string::npos);
    }
    if (kind.name == "projet") CHECK(text.find("#       nom: # forme du nom") != std::string::npos);
  }
}

TEST_CASE("new: what has to be asked follows from what is known") {
  const Kind& kind = kind_named("temoignage");
  const auto names = [&](const Answers& answers) {
    std::vector<std::string_view> out;
    for (const Field* field : fields_to_ask(kind, answers)) out.push_back(field->name);
    return out;
  };

  CHECK(names({}) == std::vector<std::string_view>{"titre", "structure", "forme", "dispositif"});
  CHECK(names({{"titre", "T"}, {"structure", "S"}, {"forme", "citation"}, {"dispositif", "dla"}}) ==
        std::vector<std::string_view>{"auteur"});
  CHECK(names({{"titre", "T"}, {"structure", "S"}, {"forme", "recit"}, {"dispositif", "dla"}})
            .empty());
}

}  // namespace pes::test
