#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <sstream>

#include "diagnostics/edit.h"
#include "diagnostics/report.h"
#include "diagnostics/rules.h"
#include "support/files.h"
#include "support/sites.h"
#include "unified_diff.h"

namespace pes::test {
namespace {

namespace fs = std::filesystem;

const fs::path sites = repository() / "tests/sites_invalid";

// Each site is built once for all tests.
const Built& build_broken(const std::string& name) {
  static std::map<std::string, Built> built;
  const auto known = built.find(name);
  if (known != built.end()) return known->second;
  const TemporaryFolder folder;
  copy_minimal_site(folder.path());
  overlay(sites / name, folder.path());
  fs::remove(folder.path() / "rapport.txt");
  fs::remove(folder.path() / "exemple.txt");
  return built.emplace(name, build_site(folder.path())).first->second;
}

std::set<std::string> broken_sites() {
  std::set<std::string> names;
  for (const auto& entry : fs::directory_iterator(sites)) names.insert(entry.path().filename());
  return names;
}

// The lines that the fix of one finding changes: « -before », « +after ».
std::string mended_lines(const Diagnostic& diagnostic, const SourceFiles& files) {
  if (diagnostic.fix.empty()) return {};
  const std::string& text = files[diagnostic.span.file].text;
  std::istringstream diff(unified_diff("", text, apply_edits(text, text, diagnostic.fix)));
  std::string out;
  std::string line;
  for (int i = 0; std::getline(diff, line); ++i) {
    if (i > 1 && (line.starts_with('-') || line.starts_with('+'))) out += line + "\n";
  }
  return out;
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
    const Built& built = build_broken(name);
    const std::string french = report_all(built, Language::fr);

    INFO(name);
    CHECK(french.find("[" + name.substr(0, 7) + "]") != std::string::npos);
    check_golden(sites / name / "rapport.txt",
                 french + "----\n\n" + report_all(built, Language::en));
  }
}

// What `pes explain` shows; compiled into the program.
TEST_CASE("golden: every invalid site is an example of its rule") {
  for (const std::string& name : broken_sites()) {
    const Built& built = build_broken(name);
    const auto& found = built.found.all();
    const auto example = std::find_if(found.begin(), found.end(), [&](const Diagnostic& d) {
      return rule_code(d.rule) == name.substr(0, 7);
    });
    INFO(name);
    REQUIRE(example != found.end());
    std::string text;
    for (const Language language : {Language::fr, Language::en}) {
      text += report(*example, built.files, {language, false}) + "----\n";
    }
    check_golden(sites / name / "exemple.txt", text + mended_lines(*example, built.files));
  }
}

TEST_CASE("invalid sites: an error keeps everything from being rendered") {
  for (const std::string& name : broken_sites()) {
    const Built& built = build_broken(name);

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
