#include <doctest/doctest.h>

#include "support/files.h"
#include "support/records.h"
#include "support/sites.h"

namespace pes::test {

namespace {

// The findings of the minimal site with some files replaced.
std::vector<Rule> find(const std::map<std::string, std::string>& files) {
  const TemporaryFolder folder;
  copy_minimal_site(folder.path());
  for (const auto& [path, text] : files) write(folder.path() / path, text);
  return rules_of(build_site(folder.path()).found);
}

const std::string project = "---\ntitre: T\ndispositif: dla\n---\n\n";

}  // namespace

TEST_CASE("cascade: a broken site.yml hides no mistake of texts and templates") {
  CHECK(find({{"content/site.yml", "titre Essai\ntheme: mini\n"},
              {"content/projets/a.md", project + "[x](absent.md) [y](javascript:z)\n"},
              {"themes/mini/theme.yml", "nom: Mini\n"}}) ==
        std::vector{Rule::broken_link, Rule::dangerous_link, Rule::yaml_syntax});
}

TEST_CASE("cascade: what refers to a broken record is not blamed") {
  CHECK(find({{"content/projets/a.md", project + "[x](b.md#y) [z](/projets/b/)\n"},
              {"content/projets/b.md", "---\ntitre: [\n---\n"}}) ==
        std::vector{Rule::yaml_unclosed_bracket});
  CHECK(find({{"content/dispositifs/dla.md", "---\ntitre: [\n---\n"}}) ==
        std::vector{Rule::yaml_unclosed_bracket});
}

TEST_CASE("cascade: validate sees everything that build would refuse") {
  CHECK(find({{"content/projets/a.md",
               "---\ntitre: T\ndispositif: dla\nanciennes_adresses: [/flux.xml, /_headers, "
               "/chiffres, /projets/index.html/x]\n---\n"}}) == std::vector(4, Rule::same_address));
}

TEST_CASE("cascade: a consent that ends never keeps the site from being built") {
  const std::string testimonial =
      "---\ntitre: T\nstructure: S\nforme: recit\ndispositif: dla\nterritoire: Dole\n"
      "themes: [Insertion]\ndate: 2023-01-01\nanciennes_adresses: /vieux/\n---\n";
  const std::string settings = read(repository() / "tests/sites/minimal/content/site.yml");

  const auto rules = find(
      {{"content/temoignages/t.md", testimonial},
       {"content/projets/a.md", project + "[a](/territoires/dole/) [b](/themes/insertion/) "
                                          "[c](/vieux/) [d](/annees/2023/)\n"},
       {"content/site.yml", settings + "navigation:\n  - {titre: M, adresse: /temoignages/t/}\n"}});

  CHECK(rules == std::vector{Rule::link_to_hidden, Rule::link_to_hidden, Rule::link_to_hidden,
                             Rule::link_to_hidden, Rule::link_to_hidden, Rule::withheld});
}

TEST_CASE("cascade: every finding has a way out") {
  for (const auto& entry :
       std::filesystem::directory_iterator(repository() / "tests/sites_invalid")) {
    const std::string report = read(entry.path() / "rapport.txt");
    std::size_t at = 0;
    for (std::size_t end = report.find("\n\n"); end != std::string::npos;
         end = report.find("\n\n", at)) {
      const std::string finding = report.substr(at, end - at + 1);
      INFO(finding);
      CHECK((finding.starts_with("----") || finding.find("   = ") != std::string::npos));
      at = end + 2;
    }
  }
}

}  // namespace pes::test
