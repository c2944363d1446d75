#include <doctest/doctest.h>

#include <filesystem>
#include <set>

#include "diagnostics/rules.h"
#include "support/files.h"
#include "support/sites.h"

namespace pes::test {
namespace {

namespace fs = std::filesystem;

const fs::path sites = repository() / "tests/sites_invalid";

Built build_broken(const std::string& name) {
  const TemporaryFolder folder;
  copy_minimal_site(folder.path());
  overlay(sites / name, folder.path());
  fs::remove(folder.path() / "rapport.txt");
  return build_site(folder.path());
}

std::set<std::string> broken_sites() {
  std::set<std::string> names;
  for (const auto& entry : fs::directory_iterator(sites)) names.insert(entry.path().filename());
  return names;
}

}  // namespace

TEST_CASE("invalid sites: every rule has one") {
  const std::set<std::string> names = broken_sites();

  for (const RuleInfo& info : all_rules()) {
    const std::string code = rule_code(info.rule);
    const auto found = names.lower_bound(code);
    INFO(code);
    CHECK((found != names.end() && found->starts_with(code)));
  }
}

TEST_CASE("golden: every invalid site gives its report, in both languages") {
  for (const std::string& name : broken_sites()) {
    const Built built = build_broken(name);
    const std::string french = report_all(built, Language::fr);

    INFO(name);
    CHECK(french.find("[" + name.substr(0, 7) + "]") != std::string::npos);
    check_golden(sites / name / "rapport.txt",
                 french + "----\n\n" + report_all(built, Language::en));
  }
}

TEST_CASE("invalid sites: an error keeps everything from being rendered") {
  for (const std::string& name : broken_sites()) {
    const Built built = build_broken(name);

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
