#include "theme/json_ld.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "support/files.h"
#include "support/sites.h"

namespace pes::test {

namespace {

using Json = nlohmann::ordered_json;

// What a page of the site with every field says to search engines, by type.
Json graph_of(const std::string& path) {
  static const auto output = build_site(repository() / "tests/sites/champs").output;
  const std::string& html = output.at(path);
  const std::string begin = "<script type=\"application/ld+json\">";
  const std::size_t at = html.find(begin) + begin.size();
  const Json data = Json::parse(html.substr(at, html.find("</script>", at) - at));
  Json by_type = Json::object();
  for (const Json& node : data["@graph"]) by_type[node["@type"].get<std::string>()] = node;
  return by_type;
}

}  // namespace

TEST_CASE("json-ld: the home page is about the organisation, and a list about the way to it") {
  CHECK(graph_of("index.html").contains("NGO"));

  const Json list = graph_of("temoignages/index.html");
  CHECK(list["BreadcrumbList"]["itemListElement"].size() == 2);
  CHECK(list["BreadcrumbList"]["itemListElement"][1]["position"] == 2);
}

TEST_CASE("json-ld: own words are a quotation, everything else an article about something") {
  const Json quoted = graph_of("temoignages/epicerie/index.html");
  const Json project = graph_of("projets/recyclerie/index.html");

  CHECK(quoted.contains("Quotation"));
  CHECK(project["Article"]["about"]["@type"] == "Project");
  CHECK_FALSE(project.contains("Review"));
}

TEST_CASE("json-ld: people are named as far as the consent goes, and no further") {
  CHECK(graph_of("temoignages/epicerie/index.html").dump().find("Durand") != std::string::npos);
  for (const char* page : {"initiale", "anonyme", "fonction", "sans-portee"}) {
    CAPTURE(page);
    const Json graph = graph_of("temoignages/" + std::string(page) + "/index.html");
    CHECK(graph.dump().find("Durand") == std::string::npos);
  }
}

TEST_CASE("json-ld: texts are those of the author, without typography") {
  const Json graph = graph_of("index.html");

  CHECK(graph["NGO"].dump().find("\u202F") == std::string::npos);
}

}  // namespace pes::test
