#include "schema/cms_config.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

namespace pes::test {

namespace {

using nlohmann::json;

// The entry of a field of a kind, or null.
json field_of(const json& config, std::string_view kind, std::string_view name) {
  for (const json& collection : config["collections"]) {
    if (collection["name"] != kind) continue;
    for (const json& field : collection["fields"]) {
      if (field["name"] == name) return field;
    }
  }
  return nullptr;
}

json config_of(std::map<std::string, Written> written) {
  KnownValues known;
  known.indicators = {{"personnes"}};
  known.records["dispositif"] = {"dla"};
  known.written = std::move(written);
  return json::parse(cms_config(known, nullptr));
}

}  // namespace

TEST_CASE("editor: figures are numbers, or fields where records write them in full") {
  const auto widget = [](std::map<std::string, Written> written) {
    return field_of(config_of(std::move(written)), "projet", "impact")["fields"][0]["widget"];
  };

  CHECK(widget({}) == "number");
  CHECK(widget({{"projet.impact.personnes", Written::shortly}}) == "number");
  CHECK(widget({{"projet.impact.personnes", Written::in_full}}) == "object");
}

TEST_CASE("editor: what a form would lose is not in the form") {
  const json config = config_of({{"projet.impact.personnes", Written::variously},
                                 {"projet.etapes", Written::variously},
                                 {"page.menu", Written::variously}});

  CHECK(field_of(config, "projet", "impact").is_null());
  CHECK(field_of(config, "projet", "etapes").is_null());
  CHECK(field_of(config, "page", "menu").is_null());
  CHECK_FALSE(field_of(config, "projet", "titre").is_null());
  KnownValues known;
  known.written = {{"page.menu", Written::variously}, {"page.tri", Written::shortly}};
  CHECK(fields_left_out(known) == std::vector<std::string>{"page.menu"});
}

TEST_CASE("editor: steps are texts where no record says more of them") {
  CHECK_FALSE(field_of(config_of({{"projet.etapes", Written::shortly}}), "projet", "etapes")
                  .contains("fields"));
  CHECK(field_of(config_of({}), "projet", "etapes").contains("fields"));
}

TEST_CASE("editor: it signs in where site.yml says") {
  const auto backend = [](std::map<std::string, std::string> fields) {
    Object editing;
    for (auto& [key, text] : fields) editing.push_back({key, {}, {text, {}}});
    const Value value{editing, {}};
    return json::parse(cms_config({}, &value))["backend"];
  };

  const json github = backend({{"forge", "github"}, {"depot", "pes21/site"}, {"branche", "main"}});
  CHECK(github["name"] == "github");
  CHECK(github["repo"] == "pes21/site");
  CHECK(github["branch"] == "main");

  const json framagit = backend({{"forge", "gitlab"},
                                 {"depot", "pes21/site"},
                                 {"adresse", "https://framagit.org/"},
                                 {"application", "abc"}});
  CHECK(framagit["api_root"] == "https://framagit.org/api/v4");
  CHECK(framagit["base_url"] == "https://framagit.org");
  CHECK(framagit["app_id"] == "abc");

  CHECK(framagit["branch"] == "main");

  CHECK(backend({{"forge", "essai"}})["name"] == "test-repo");
}

TEST_CASE("editor: of the address of a forge, the host alone is allowed to answer") {
  const auto origin = [](std::string address) {
    const Object fields = {{"forge", {}, {std::string("gitea"), {}}},
                           {"adresse", {}, {std::move(address), {}}}};
    return forge_origin({fields, {}});
  };

  CHECK(origin("https://git.exemple.org/forge/") == "https://git.exemple.org");
  CHECK(origin("https://git.exemple.org?x=1") == "https://git.exemple.org");
  CHECK(origin("https://git.exemple.org;frame-src*") == "https://git.exemple.org");
}

}  // namespace pes::test
