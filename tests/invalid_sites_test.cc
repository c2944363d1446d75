#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "diagnostics/report.h"
#include "diagnostics/rules.h"
#include "support/broken_sites.h"
#include "support/files.h"
#include "support/sites.h"

namespace pes::test {
namespace {

const std::filesystem::path sites = repository() / "tests/sites_invalid";

std::size_t count(const Built& built, Rule rule) {
  const auto& found = built.found.all();
  return static_cast<std::size_t>(std::count_if(
      found.begin(), found.end(), [&](const Diagnostic& d) { return d.rule == rule; }));
}

// The rules that errors and warnings are about.
std::set<std::string> refused(const Built& built) {
  std::set<std::string> codes;
  for (const Diagnostic& diagnostic : built.found.all()) {
    const bool advice = rule_info(diagnostic.rule).severity == Severity::advice;
    if (!advice) codes.insert(rule_code(diagnostic.rule));
  }
  return codes;
}

}  // namespace

TEST_CASE("invalid sites: every rule has one") {
  for (const RuleInfo& info : all_rules()) {
    INFO(rule_code(info.rule));
    CHECK_FALSE(first_broken_site(info.rule).empty());
  }
}

TEST_CASE("invalid sites: every rule says rightly whether pes validate --fix mends it") {
  for (const RuleInfo& info : all_rules()) {
    const std::string name = first_broken_site(info.rule);
    INFO(name);
    const BrokenSite& site = broken_site(name);
    const bool mended =
        site.mended && count(site.mended->built, info.rule) < count(site.wrong.built, info.rule);
    CHECK((info.mending == Mending::by_fix) == mended);
  }
}

TEST_CASE("invalid sites: where people must mend, the folder says how") {
  for (const RuleInfo& info : all_rules()) {
    const std::string name = first_broken_site(info.rule);
    INFO(name);
    const BrokenSite& site = broken_site(name);
    CHECK((info.mending == Mending::by_fix || site.right.has_value()));
    if (!site.right) continue;
    INFO(report_all(site.right->built, Language::fr));
    CHECK(count(site.right->built, info.rule) == 0);
    const std::set<std::string> before = refused(site.wrong.built);
    const std::set<std::string> after = refused(site.right->built);
    CHECK(std::includes(before.begin(), before.end(), after.begin(), after.end()));
  }
}

TEST_CASE("golden: every invalid site gives its report, in both languages") {
  for (const std::string& name : broken_sites()) {
    const Built& built = broken_site(name).wrong.built;
    const std::string french = report_all(built, Language::fr);

    INFO(name);
    CHECK(french.find("[" + name.substr(0, 7) + "]") != std::string::npos);
    check_golden(sites / name / "rapport.txt",
                 french + "----\n\n" + report_all(built, Language::en));
  }
}

// What `pes explain` shows; compiled into the program.
TEST_CASE("golden: every invalid site is an example of its rule, wrong and right") {
  for (const std::string& name : broken_sites()) {
    const Diagnostic* example = example_of(name);
    INFO(name);
    REQUIRE(example != nullptr);
    std::string text;
    for (const Language language : {Language::fr, Language::en}) {
      text += report(*example, broken_site(name).wrong.built.files, {language, false}) + "====\n";
    }
    const std::string right = right_example(name, Language::fr);
    CHECK_FALSE(right.empty());
    text += right + "====\n" + right_example(name, Language::en);
    check_golden(sites / name / "exemple.txt", text);
  }
}

TEST_CASE("invalid sites: an error keeps everything from being rendered") {
  for (const std::string& name : broken_sites()) {
    const Built& built = broken_site(name).wrong.built;

    INFO(name);
    if (built.found.has_errors() && name.find("collision") == std::string::npos) {
      CHECK(built.output.empty());
    }
  }
}

TEST_CASE("invalid sites: the minimal site itself is free of findings") {
  const Built built = build_site(repository() / "tests/sites/minimal");

  CHECK(report_all(built, Language::fr) == "");
}

}  // namespace pes::test
