#include "theme/template_check.h"

#include <doctest/doctest.h>

#include "support/records.h"
#include "theme/specimen.h"
#include "theme/template_tags.h"

namespace pes::test {

namespace {

std::vector<Rule> check(const std::string& layout, const std::string& partial = "") {
  const SourceFiles files = {{"l", layout}, {"p", partial}};
  Theme theme;
  theme.layouts["l"] = {0, layout};
  theme.partials["p"] = {1, partial};
  Vocabulary vocabulary;
  vocabulary.names["liste"].names["titre"];
  vocabulary.names["page"].names["titre"];
  Diagnostics found;
  check_templates(theme, {{"l", vocabulary}}, files, found);
  return rules_of(found);
}

}  // namespace

TEST_CASE("templates: names are found from the inside out") {
  CHECK(check("{{page.titre}}{{#liste}}{{titre}}{{page.titre}}{{.}}{{/liste}}").empty());
  CHECK(check("{{titre}}") == std::vector{Rule::template_unknown_name});
  CHECK(check("{{page.titer}}") == std::vector{Rule::template_unknown_name});
  CHECK(check("{{#liste}}{{> p}}{{/liste}}", "{{titre}}").empty());
  CHECK(check("{{> p}}", "{{titre}}") == std::vector{Rule::template_unknown_name});
}

TEST_CASE("templates: inside an unknown section nothing more is reported") {
  CHECK(check("{{#inconnu}}{{a}}{{b.c}}{{/inconnu}}") == std::vector{Rule::template_unknown_name});
}

TEST_CASE("templates: what mstch is silent about is reported") {
  CHECK(check("{{page.titre") == std::vector{Rule::template_unclosed_tag});
  CHECK(check("{{page.titre}") == std::vector{Rule::template_unclosed_tag});
  CHECK(check("{{{page.titre}}") == std::vector{Rule::template_unclosed_tag});
  CHECK(check("{{#page}}") == std::vector{Rule::template_unclosed_section});
  CHECK(check("{{/page}}") == std::vector{Rule::template_stray_close});
  CHECK(check("{{#page}}{{#liste}}{{/page}}{{/liste}}") ==
        std::vector{Rule::template_crossed_section, Rule::template_stray_close});
  CHECK(check("{{ }}") == std::vector{Rule::template_bad_tag});
  CHECK(check("{{\tpage.titre}}") == std::vector{Rule::template_bad_tag});
  CHECK(check("{{=<% %>=}}") == std::vector{Rule::template_delimiters});
  CHECK(check("{{> absent}}") == std::vector{Rule::template_unknown_partial});
  CHECK(check("{{> p}}", "{{#liste}}{{> p}}{{/liste}}") ==
        std::vector{Rule::template_partial_cycle});
}

TEST_CASE("templates: deep nesting is refused") {
  std::string deep;
  for (int i = 0; i < 20000; ++i) deep += "{{^page}}";
  for (int i = 0; i < 20000; ++i) deep += "{{/page}}";

  CHECK(check(deep).front() == Rule::template_too_deep);
}

TEST_CASE("templates: partials that double at every level are refused, in the innermost template") {
  SourceFiles files = {{"l", "{{> p0}}"}};
  Theme wide;
  wide.layouts["l"] = {0, files[0].text};
  for (int i = 0; i < 30; ++i) {
    const std::string next = "{{> p" + std::to_string(i + 1) + "}}";
    files.push_back({"p", i < 29 ? next + next : std::string(100, 'x')});
    wide.partials["p" + std::to_string(i)] = {static_cast<FileId>(i + 1), files.back().text};
  }
  Diagnostics found;

  check_templates(wide, {{"l", Vocabulary{}}}, files, found);

  REQUIRE(rules_of(found) == std::vector{Rule::template_too_large});
  CHECK(found.all()[0].span.file == 17);
}

TEST_CASE("templates: what is included often is refused by its size") {
  std::string layout;
  for (int i = 0; i < 100; ++i) layout += "{{> p}}";

  CHECK(check(layout, std::string(1000, 'x')).empty());
  CHECK(check(layout, std::string(6000, 'x')) == std::vector{Rule::template_too_large});
  CHECK(check(std::string(600000, 'x')) == std::vector{Rule::template_too_large});
}

TEST_CASE("templates: a list within itself, or within four others, is refused") {
  const auto rules = [](const std::string& layout) {
    const SourceFiles files = {{"l", layout}};
    Theme theme;
    theme.layouts["l"] = {0, layout};
    Vocabulary vocabulary;
    for (const char* name : {"a", "b", "c", "d", "e"}) vocabulary.names[name].list = true;
    vocabulary.names["page"].names["titre"];
    Diagnostics found;
    check_templates(theme, {{"l", vocabulary}}, files, found);
    return rules_of(found);
  };

  CHECK(rules("{{#page}}{{#page}}{{titre}}{{/page}}{{/page}}").empty());
  CHECK(rules("{{#a}}{{#b}}{{#c}}{{#d}}{{/d}}{{/c}}{{/b}}{{/a}}{{#a}}{{/a}}").empty());
  CHECK(rules("{{#a}}{{#b}}{{#a}}{{/a}}{{/b}}{{/a}}") == std::vector{Rule::template_nested_lists});
  CHECK(rules("{{#a}}{{#b}}{{#c}}{{#d}}{{#e}}{{/e}}{{/d}}{{/c}}{{/b}}{{/a}}") ==
        std::vector{Rule::template_nested_lists});
}

TEST_CASE("templates: comments may say anything") {
  CHECK(check("{{! {{ rien \n du tout }}{{page.titre}}").empty());
  CHECK(check("{{{! c }}}{{page.titre}}").empty());
  CHECK(check("{{{! c }}{{inconnu}} }}}") == std::vector{Rule::template_unknown_name});
  CHECK(check("{{{! c }}{{page.titre}}") == std::vector<Rule>{});
}

TEST_CASE("templates: what holds in an inverted section is what holds around it") {
  CHECK(check("{{^liste}}{{page.titre}}{{/liste}}").empty());
}

TEST_CASE("specimen: every layout that pages ask for has a vocabulary") {
  const auto vocabularies = specimen_vocabularies();

  for (const char* layout : {"accueil", "liste", "index", "temoignage", "projet", "dispositif",
                             "bilan", "page", "chiffres", "plan", "404", "redirection", "carte"}) {
    INFO(layout);
    CHECK(vocabularies.contains(layout));
  }
  CHECK(vocabularies.size() == 15);
  const Vocabulary& project = vocabularies.at("projet");
  CHECK(project.names.at("fiche").names.at("etapes").names.at("liste").names.contains("etat"));
  CHECK_FALSE(project.names.at("fiche").names.contains("consentement"));
}

}  // namespace pes::test
