#include <doctest/doctest.h>

#include <algorithm>
#include <regex>
#include <set>

#include "support/files.h"
#include "support/sites.h"

namespace pes::test {

namespace {

const std::set<std::string> without_end = {"meta", "link",  "img",    "br",
                                           "hr",   "input", "source", "!doctype"};

// Says what is wrong with the nesting and the headings of a page, or nothing.
std::string examine(const std::string& html) {
  const std::regex pattern("<(/?)([!a-zA-Z][a-zA-Z0-9]*)[^>]*>");
  std::vector<std::string> open;
  int headings_of_level_one = 0;
  int level = 0;
  for (std::sregex_iterator match(html.begin(), html.end(), pattern), end; match != end; ++match) {
    const std::string name = (*match)[2];
    if (without_end.contains(name) || match->str().ends_with("/>")) continue;
    if ((*match)[1].length() == 0) {
      open.push_back(name);
      if (name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6') {
        if (name[1] - '0' > level + 1) return "skipped level before " + name;
        level = name[1] - '0';
        headings_of_level_one += level == 1 ? 1 : 0;
      }
    } else if (open.empty() || open.back() != name) {
      return "stray </" + name + ">";
    } else {
      open.pop_back();
    }
  }
  if (!open.empty()) return "unclosed <" + open.back() + ">";
  return headings_of_level_one == 1 ? "" : "not one h1";
}

}  // namespace

TEST_CASE("html: every page of the theme is well nested, with one h1 and no skipped level") {
  for (const std::filesystem::path& site : {repository(), repository() / "tests/sites/champs"}) {
    for (const auto& [path, html] : build_site(site).output) {
      if (!path.ends_with(".html")) continue;
      const auto& file = path;
      INFO(file);
      CHECK(examine(html) == "");
    }
  }
}

TEST_CASE("html: nothing comes from another origin, and nothing is inline") {
  const std::regex foreign(
      "(src|href)=\"(https?:)?//[^\"]*\"[^>]*rel=\"(stylesheet|icon)|<script(?! "
      "type=\"(application/ld\\+json\"|module\" src=\"/[^\"]*\"></script>))|<style|"
      "style=\"| on[a-z]+=\"|src=\"https?:");
  for (const auto& [path, html] : build_site(repository()).output) {
    if (!path.ends_with(".html")) continue;
    const auto& file = path;
    INFO(file);
    CHECK_FALSE(std::regex_search(html, foreign));
  }
}

// What templates say is not set by pes, so they must hold the spaces of French themselves.
TEST_CASE("html: no line of a page can start with a mark that belongs to the word before") {
  const std::regex silent("<(script|style|code|pre)[^>]*>[^]*?</\\1>|<[^>]*>");
  const std::regex loose(" [:;?!%](?![a-z])| »|« ");
  for (const auto& [path, html] : build_site(repository()).output) {
    if (!path.ends_with(".html")) continue;
    const std::string text = std::regex_replace(html, silent, "");
    std::smatch match;
    const bool found = std::regex_search(text, match, loose);
    const auto& file = path;
    INFO(file, ": ",
         found ? match.prefix().str().substr(static_cast<std::size_t>(
                     std::max<std::ptrdiff_t>(match.prefix().length() - 20, 0)))
               : "");
    CHECK_FALSE(found);
  }
}

}  // namespace pes::test
