#include <doctest/doctest.h>

#include <filesystem>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "pipeline.h"
#include "support/files.h"
#include "support/sites.h"

namespace pes::test {

namespace fs = std::filesystem;

namespace {

using Json = nlohmann::json;

const std::string name = "Camille Exemple-Durand";
const std::string page = "temoignages/marche/index.html";

// The record of a case: a block `consentement` of these lines, this text, or none.
std::string record_of(const Json& example) {
  std::string text =
      "---\ntitre: Un marché couvert\nstructure: Le marché\nforme: citation\nauteur: " + name +
      "\nfonction: Présidente\ndispositif: dla\ndate: 2024-05-01\n"
      "photo: {fichier: etal.jpg, alt: Un étal de pommes}\n" +
      example["fiche"].get<std::string>() + "\n";
  const Json& block = example["consentement"];
  if (block.is_string()) text += "consentement: " + block.get<std::string>() + "\n";
  if (block.is_array()) text += "consentement:\n";
  if (block.is_array()) {
    for (const auto& line : block) text += "  " + line.get<std::string>() + "\n";
  }
  return text + "---\n\nUn témoignage.\n";
}

class CaseSite {
 public:
  CaseSite() {
    copy_minimal_site(folder_.path());
    fs::remove_all(folder_.path() / "themes");
    fs::copy(repository() / "themes", folder_.path() / "themes", fs::copy_options::recursive);
    write(folder_.path() / "content/medias/etal.jpg",
          read(repository() / "tests/images/fichiers/tourne.jpg"));
    settings_ = read(folder_.path() / "content/site.yml");
    settings_ = std::string(settings_).replace(settings_.find("theme: mini"), 11, "theme: pes21");
  }

  // What a build makes of a case, in the words of its expectation.
  Json outcome(const Json& example) {
    write(folder_.path() / "content/temoignages/marche.md", record_of(example));
    const auto policy = example["politique"].get<std::string>();
    write(folder_.path() / "content/site.yml",
          settings_ + (policy.empty() ? "" : "consentement:\n  " + policy + "\n"));
    const Settings settings{folder_.path(),
                            "",
                            std::nullopt,
                            {parse_date(example["jour"].get<std::string>()).date, false}};
    Diagnostics found;
    Content content = read_content_model(settings, found);
    auto plan = plan_site(settings, content, found);
    std::map<std::string, std::string> files;
    if (plan && !found.has_errors()) {
      Cache cache(folder_.path() / "cache");
      const auto keep = [&](std::span<const OutputFile> made) {
        for (const OutputFile& file : made) {
          files[file.path] = file.copy_of.empty() ? file.bytes : read(file.copy_of);
        }
      };
      render_site(settings, content, *plan, cache, keep, found);
      files["rapport"] = render_report(settings, content, plan->site, 2024, found).value_or("");
    }
    return describe(files, content, found);
  }

 private:
  static Json describe(std::map<std::string, std::string>& files, const Content& content,
                       const Diagnostics& found) {
    const auto says = [&](const char* file, const std::string& text) {
      return files[file].find(text) != std::string::npos;
    };
    Json out;
    out["page"] = !files[page].empty();
    out["nom"] = says(page.c_str(), name)           ? name
                 : says(page.c_str(), "Camille E.") ? "Camille E."
                                                    : "";
    out["fonction"] = says(page.c_str(), "Présidente");
    out["photo"] = says(page.c_str(), "<picture>");
    out["flux"] = says("flux.xml", "/temoignages/marche/");
    out["donnees"] = says("donnees/realisations.csv", "/temoignages/marche/");
    out["rapport"] = says("rapport", "Un marché couvert");
    const auto deadline = next_deadline(content.decisions);
    out["jusqu_au"] =
        deadline ? format_iso(Date{std::chrono::sys_days(*deadline) - std::chrono::days(1)}) : "";
    std::set<std::string> rules;
    for (const Diagnostic& diagnostic : found.all()) rules.insert(rule_code(diagnostic.rule));
    out["regles"] = rules;
    for (const auto& [path, bytes] : files) {
      const bool image = path.starts_with("medias/");
      if (image) CHECK(out["photo"] == true);
      if (out["nom"] != name) CHECK(bytes.find("Exemple-Durand") == std::string::npos);
    }
    return out;
  }

  TemporaryFolder folder_;
  std::string settings_;
};

}  // namespace

TEST_CASE("consent: the table of cases, each built into a site") {
  CaseSite site;
  std::istringstream lines(read(repository() / "tests/consent/cas.jsonl"));
  int count = 0;
  for (std::string line; std::getline(lines, line); ++count) {
    const Json example = Json::parse(line);
    const Json& expected = example["attendu"];
    Json actual = site.outcome(example);
    // Where errors keep the site from being built, nobody's consent ends.
    if (expected["page"] == false) actual["jusqu_au"] = "";

    INFO(example["cas"].get<std::string>());
    for (const auto& [key, value] : expected.items()) {
      const auto& member = key;
      INFO(member);
      CHECK(actual[key].dump() == value.dump());
    }
  }
  CHECK(count >= 60);
}

}  // namespace pes::test
