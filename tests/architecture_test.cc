#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <regex>
#include <set>

#include "support/files.h"

namespace pes::test {
namespace {

namespace fs = std::filesystem;

// A folder may include from its own level only itself, and everything from the levels below.
const std::map<std::string, int> levels = {
    {"run", 0},      {"text", 0},    {"disk", 1},   {"diagnostics", 1}, {"schema", 2},
    {"records", 3},  {"consent", 4}, {"impact", 4}, {"images", 5},      {"site", 6},
    {"theme", 7},    {"publish", 7}, {"media", 8},  {"inspect", 8},     {"pipeline", 9},
    {"mending", 10}, {"cli", 11}};

// Which folder or file may use which library.
const std::map<std::string, std::set<std::string>> owners = {
    {"CLI/", {"cli/options.cc", "cli/options_tree.h"}},
    {"dtl/", {"cli/unified_diff.cc"}},
    {"yaml-cpp/", {"lib/records/yaml_tree.cc"}},
    {"cmark.h",
     {"lib/records/markdown.cc", "lib/records/markdown_characters.h", "lib/records/markdown_html.h",
      "lib/records/markdown_typography.h"}},
    {"mstch/", {"lib/theme/render.cc"}},
    {"openssl/", {"lib/text/digest.cc"}},
    {"xxhash.h", {"lib/text/digest.cc"}},
    {"vips/", {"lib/images/vips_image.h"}},
    {"exiv2/", {"lib/images/metadata.cc"}},
    {"poppler-", {"lib/publish/pdf_pages.cc"}},
    {"qpdf/", {"lib/publish/pdf_checks.h", "lib/publish/pdf_objects.cc"}},
    {"archive", {"lib/publish/package.cc"}},
    {"expat.h", {"lib/publish/office_xml.cc"}},
    {"zlib.h", {"lib/publish/pdf_checks.cc"}},
    {"gumbo.h", {"lib/inspect/html_tree.cc"}},
    {"libdeflate.h", {"lib/text/gzip.cc"}},
    {"simdjson.h", {"lib/inspect/page_safety.cc"}},
    {"brotli/", {"lib/publish/compression.cc", "lib/publish/font_text.cc"}},
    {"unicode/",
     {"lib/text/utf8.cc", "lib/text/collation.cc", "lib/text/date.cc", "lib/text/language_code.cc",
      "lib/text/letter_forms.cc", "lib/text/utf7.cc", "lib/text/visible.cc"}},
    // The disk has one room. Processes and terminals are not its business.
    {"dirent.h", {"lib/disk/calls.h", "lib/disk/folder.h"}},
    {"fcntl.h", {"lib/disk/calls.h", "cli/process.cc"}},
    {"sys/file.h", {"lib/disk/calls.h"}},
    {"sys/stat.h", {"lib/disk/calls.h", "lib/disk/descriptor.h", "lib/disk/folder.h"}},
    {"sys/types.h", {"lib/disk/calls.h"}},
    {"sys/wait.h", {"cli/process.cc"}},
    {"unistd.h", {"lib/disk/calls.cc", "cli/console.cc", "cli/last_words.cc", "cli/process.cc"}},
    {"spawn.h", {"cli/process.cc"}},
    {"dlfcn.h", {"lib/media/calls.cc"}}};

// What else would lead to the disk past that room.
const std::set<std::string> other_doors = {"fstream", "ftw.h", "glob.h", "stdio.h"};

struct Include {
  std::string from;  // path in the repository
  std::string name;  // as written
};

std::vector<Include> all_includes() {
  const std::regex pattern("#include [<\"]([^>\"]+)[>\"]");
  std::vector<Include> includes;
  for (const char* root : {"lib", "cli"}) {
    for (const auto& [path, text] : read_tree(repository() / root)) {
      for (std::sregex_iterator match(text.begin(), text.end(), pattern), end; match != end;
           ++match) {
        includes.push_back({std::string(root) + "/" + path, (*match)[1]});
      }
    }
  }
  return includes;
}

// "text" for lib/text/utf8.cc, "pipeline" for lib/pipeline.cc, "cli" for everything of the CLI.
std::string layer_of(const std::string& path) {
  if (path.starts_with("cli/")) return "cli";
  std::string inside = path.starts_with("lib/") ? path.substr(4) : path;
  const std::size_t slash = inside.find('/');
  return slash == std::string::npos ? inside.substr(0, inside.find('.')) : inside.substr(0, slash);
}

// Which files have something in them; a pattern that finds none would be wrong itself.
std::set<std::string> files_with(const std::string& pattern) {
  std::set<std::string> found;
  const std::regex wanted(pattern);
  for (const char* root : {"lib", "cli"}) {
    for (const auto& [path, text] : read_tree(repository() / root)) {
      const bool source = path.ends_with(".cc") || path.ends_with(".h");
      if (source && std::regex_search(text, wanted)) found.insert(std::string(root) + "/" + path);
    }
  }
  return found;
}

}  // namespace

TEST_CASE("architecture: includes point one way only") {
  const auto includes = all_includes();
  REQUIRE(includes.size() > 100);
  for (const Include& include : includes) {
    const std::string to = layer_of(include.name);
    const std::string from = layer_of(include.from);
    if (!levels.contains(to) || to == from) continue;
    INFO(include.from, " includes ", include.name);
    CHECK(levels.at(from) > levels.at(to));
  }
}

TEST_CASE("architecture: every folder of lib/ has a level") {
  for (const auto& entry : fs::directory_iterator(repository() / "lib")) {
    CHECK(levels.contains(entry.path().stem()));
  }
}

TEST_CASE("architecture: every library has one owner") {
  for (const Include& include : all_includes()) {
    for (const auto& [library, files] : owners) {
      if (!include.name.starts_with(library)) continue;
      INFO(include.from, " includes ", include.name);
      CHECK(files.contains(include.from));
    }
  }
}

TEST_CASE("architecture: every header of POSIX has its owners, and no other leads to the disk") {
  for (const Include& include : all_includes()) {
    INFO(include.from, " includes ", include.name);
    CHECK_FALSE(other_doors.contains(include.name));
    if (include.name.starts_with("sys/")) CHECK(owners.contains(include.name));
  }
}

TEST_CASE(
    "architecture: what touches the disk goes through lib/disk, and its calls through one file") {
  using Files = std::set<std::string>;
  CHECK(files_with("[^\\w:>.)]::[a-z]\\w*\\(") ==
        Files{"lib/disk/calls.cc", "cli/console.cc", "cli/last_words.cc", "cli/process.cc"});
  // Elsewhere std::filesystem is paths. What is read there is where the program itself lies.
  CHECK(files_with("\\b(fs|filesystem)::(?!path\\b)[a-z]") ==
        Files{"lib/disk/calls.cc", "lib/media/calls.cc"});
  CHECK(files_with("std::(fopen|freopen|tmpfile|rename|remove\\([^,)]*\\))").empty());
}

TEST_CASE("architecture: the library never prints, exits, or reads the clock or environment") {
  const std::regex forbidden(
      "std::cout|std::cerr|printf|std::exit|getenv|system_clock|steady_clock|fmt::print");
  for (const auto& [path, text] : read_tree(repository() / "lib")) {
    const auto& file = path;
    INFO(file);
    CHECK_FALSE(std::regex_search(text, forbidden));
  }
}

TEST_CASE("architecture: no file is longer than 400 lines") {
  for (const char* root : {"lib", "cli"}) {
    for (const auto& [path, text] : read_tree(repository() / root)) {
      if (path.ends_with("package-lock.json")) continue;  // npm's
      const auto& file = path;
      INFO(file);
      CHECK(std::count(text.begin(), text.end(), '\n') <= 400);
    }
  }
}

TEST_CASE("architecture: the top level holds what it should") {
  const std::set<std::string> allowed = {"CMakeLists.txt",
                                         "CMakePresets.json",
                                         "CONTRIBUTING.md",
                                         "LICENSE",
                                         "Makefile",
                                         "README.md",
                                         "cli",
                                         "content",
                                         "lib",
                                         "tests",
                                         "themes",
                                         "build",
                                         "public"};
  for (const auto& entry : fs::directory_iterator(repository())) {
    const std::string name = entry.path().filename();
    INFO(name);
    CHECK((name.starts_with('.') || name.starts_with("build-") || allowed.contains(name)));
  }
}

}  // namespace pes::test
