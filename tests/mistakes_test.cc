#include <doctest/doctest.h>

#include <filesystem>
#include <map>
#include <set>
#include <sstream>

#include "diagnostics/rules.h"
#include "mending.h"
#include "support/files.h"
#include "support/sites.h"

namespace pes::test {
namespace {

namespace fs = std::filesystem;

// A line of tests/mistakes/attendu.tsv: what is wrong with a file.
struct Expected {
  std::string path;
  std::string code;
  std::size_t line = 0;
  std::string words;
};

std::vector<Expected> read_expected() {
  std::vector<Expected> rows;
  std::istringstream stream(read(repository() / "tests/mistakes/attendu.tsv"));
  for (std::string line; std::getline(stream, line);) {
    std::istringstream cells(line);
    Expected row;
    std::string number;
    std::getline(cells, row.path, '\t');
    std::getline(cells, row.code, '\t');
    std::getline(cells, number, '\t');
    std::getline(cells, row.words);
    row.line = std::stoul(number);
    rows.push_back(row);
  }
  return rows;
}

void copy_mistakes(const fs::path& to) {
  copy_minimal_site(to);
  overlay(repository() / "tests/mistakes/content", to / "content");
  write(to / "content/medias/lac.png",
        read(repository() / "tests/images/fichiers/transparent.png"));
}

// For each file, what was found as « PES0014:2 », errors only but for the rules that are none.
std::map<std::string, std::set<std::string>> found_in(const Built& built) {
  std::map<std::string, std::set<std::string>> out;
  for (const Diagnostic& diagnostic : built.found.all()) {
    if (diagnostic.span.file == no_file) continue;
    const SourceFile& file = built.files[diagnostic.span.file];
    const auto line = position_of(file.text, diagnostic.span.offset).line;
    out[file.path].insert(rule_code(diagnostic.rule) + ":" + std::to_string(line));
  }
  return out;
}

std::set<std::string> codes_of_errors(const Built& built, const std::string& path) {
  std::set<std::string> codes;
  for (const Diagnostic& diagnostic : built.found.all()) {
    const bool error = rule_info(diagnostic.rule).severity == Severity::error;
    if (diagnostic.span.file == no_file || !error) continue;
    if (built.files[diagnostic.span.file].path == path) codes.insert(rule_code(diagnostic.rule));
  }
  return codes;
}

void write_all(const fs::path& folder, const std::vector<MendedFile>& files) {
  for (const MendedFile& file : files) write(folder / file.path, file.after);
}

Settings settings_for(const fs::path& folder) {
  return {folder, "", std::nullopt, {test_day, false}};
}

}  // namespace

TEST_CASE("mistakes: each is named by its cause, on its line, in one run") {
  const TemporaryFolder folder;
  copy_mistakes(folder.path());

  const Built built = build_site(folder.path());

  const auto found = found_in(built);
  const auto expected = read_expected();
  CHECK(expected.size() >= 60);
  for (const auto& [path, code, line, words] : expected) {
    const auto& file = path;
    const auto& said = words;
    INFO(file, ", ", said);
    const auto in_file = found.find("content/" + path);
    REQUIRE(in_file != found.end());
    CHECK(in_file->second.contains(code + ":" + std::to_string(line)));
    // Nothing else distracts from the cause.
    for (const std::string& other : codes_of_errors(built, "content/" + path)) CHECK(other == code);
  }
}

TEST_CASE("mistakes: what has a fix is mended at once, and for good") {
  const TemporaryFolder folder;
  copy_mistakes(folder.path());
  std::set<std::string> fixable;
  {
    const Built built = build_site(folder.path());
    for (const Diagnostic& diagnostic : built.found.all()) {
      if (diagnostic.fix.empty()) continue;
      CHECK(rule_info(diagnostic.rule).mending == Mending::by_fix);
      fixable.insert(built.files[diagnostic.span.file].path);
    }
  }

  write_all(folder.path(), mend_content(settings_for(folder.path())));

  const Built mended = build_site(folder.path());
  CHECK(fixable.size() > 50);
  for (const std::string& path : fixable) {
    INFO(path);
    CHECK(codes_of_errors(mended, path).empty());
  }
  CHECK(mend_content(settings_for(folder.path())).empty());
}

}  // namespace pes::test
