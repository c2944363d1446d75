#include <doctest/doctest.h>

#include <regex>
#include <set>

#include "support/files.h"
#include "support/sites.h"
#include "text/markup.h"

namespace pes::test {

namespace {

using Output = std::map<std::string, std::string>;

std::vector<std::string> attributes(const std::string& html, const std::string& name) {
  const std::regex pattern("\\s" + name + "=\"([^\"]*)\"");
  std::vector<std::string> values;
  for (std::sregex_iterator match(html.begin(), html.end(), pattern), end; match != end; ++match) {
    values.push_back((*match)[1]);
  }
  return values;
}

// Follows one link of a page as a browser would, and says what is wrong with it.
std::string follow(const Output& output, const std::string& from, const std::string& base,
                   std::string link) {
  if (link.starts_with("http:") || link.starts_with("https:") || link.starts_with("mailto:")) {
    return "";
  }
  const std::size_t hash = std::min(link.find('#'), link.size());
  const std::string anchor = hash < link.size() ? link.substr(hash + 1) : "";
  link.resize(hash);
  std::string file = from;
  if (!link.empty()) {
    if (!link.starts_with(base)) return "outside the base";
    file = decode_percent(link.substr(base.size()));
    if (file.empty() || file.ends_with('/')) file += "index.html";
  }
  const auto page = output.find(file);
  if (page == output.end()) return "no file " + file;
  if (anchor.empty()) return "";
  const auto ids = attributes(page->second, "id");
  return std::find(ids.begin(), ids.end(), anchor) == ids.end() ? "no anchor" : "";
}

void check_site_links(const std::filesystem::path& source, const std::string& base) {
  const Output output = build_site(source).output;
  REQUIRE_FALSE(output.empty());
  for (const auto& [path, html] : output) {
    if (!path.ends_with(".html")) continue;
    for (const char* name : {"href", "src"}) {
      for (const std::string& link : attributes(html, name)) {
        const auto& file = path;
        INFO(file, " → ", link);
        CHECK(follow(output, path, base, link) == "");
      }
    }
  }
}

}  // namespace

TEST_CASE("site: every internal link and anchor of the built sites leads somewhere") {
  check_site_links(repository(), "/");
  check_site_links(repository() / "tests/sites/champs", "/");
  check_site_links(repository() / "tests/sites/sous-chemin", "/nos/realisations/");
}

TEST_CASE("site: no page has two elements of one id") {
  for (const auto& [path, html] : build_site(repository() / "tests/sites/champs").output) {
    if (!path.ends_with(".html")) continue;
    const auto ids = attributes(html, "id");
    const auto& file = path;
    INFO(file);
    CHECK(std::set<std::string>(ids.begin(), ids.end()).size() == ids.size());
  }
}

TEST_CASE("site: titles of pages are unique, but for redirections") {
  const std::regex pattern("<title>([^<]*)</title>");
  std::map<std::string, std::string> titles;
  for (const auto& [path, html] : build_site(repository()).output) {
    std::smatch match;
    if (!path.ends_with(".html") || !std::regex_search(html, match, pattern)) continue;
    const auto& file = path;
    INFO(file, " and ", titles[match[1]]);
    CHECK(titles[match[1]].empty());
    titles[match[1]] = path;
  }
}

TEST_CASE("site: nothing of what is withheld is in any byte of the output") {
  for (const auto& [path, bytes] : build_site(repository() / "tests/sites/champs").output) {
    const auto& file = path;
    INFO(file);
    CHECK(bytes.find("Secret") == std::string::npos);
    CHECK(path.find("inutile") == std::string::npos);
    const bool owner = bytes.find("Une épicerie pour tous") != std::string::npos;
    const bool office = bytes.find("Une élue") != std::string::npos;
    if (!owner && !office) CHECK(bytes.find("Exemple-Durand") == std::string::npos);
  }
}

}  // namespace pes::test
