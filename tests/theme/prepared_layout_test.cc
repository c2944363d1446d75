#include "theme/prepared_layout.h"

#include <doctest/doctest.h>

#include <mstch/mstch.hpp>
#include <nlohmann/json.hpp>

#include "support/files.h"
#include "theme/render.h"

namespace pes::test {

namespace {

using Json = nlohmann::ordered_json;

mstch::node whole_node(const Json& json) {
  if (json.is_string()) return json.get<std::string>();
  if (json.is_boolean()) return json.get<bool>();
  if (json.is_array()) {
    mstch::array array;
    for (const auto& item : json) array.push_back(whole_node(item));
    return array;
  }
  if (json.is_object()) {
    mstch::map map;
    for (const auto& [key, value] : json.items()) map.emplace(key, whole_node(value));
    return map;
  }
  return nullptr;
}

// Prepared or not, a layout gives the same.
void check_alike(const std::string& layout, const std::string& partial, const Json& constants,
                 const Json& context) {
  Theme theme;
  theme.layouts["l"] = {no_file, without_partial_indentation(layout)};
  theme.partials["p"] = {no_file, without_partial_indentation(partial)};
  const std::vector<Json> contexts = {context};
  Json everything = constants;
  everything.update(context);
  const Renderer renderer(theme, constants);  // sets how mstch escapes
  INFO(layout);
  CHECK(renderer.render("l", contexts).front() == mstch::render(theme.layouts["l"].text,
                                                                whole_node(everything),
                                                                {{"p", theme.partials["p"].text}}));
}

}  // namespace

TEST_CASE("prepared layout: gives what mstch gives, tag by tag") {
  const Json constants = {
      {"site",
       {{"titre", "Le <site>"},
        {"vide", nullptr},
        {"notice", {{"siege", "ici"}, {"tel", nullptr}, {"titre", "Notice"}}},
        {"pied", {{"liste", {{{"titre", "Un"}}, {{"titre", "Deux"}}}}, {"nombre", "2"}}}}}};
  const Json context = {
      {"titre", "Page & co"},
      {"page", {{"titre", "De la page"}, {"indexee", true}}},
      {"fiche", {{"titre", "Fiche"}, {"notice", nullptr}, {"corps", "<p>\n</p>"}}},
      {"liste", {"a", "b"}},
      {"rien", nullptr}};
  for (const char* layout :
       {"",
        "a",
        "a\n",
        "{{titre}}",
        "{{{titre}}}{{&titre}}",
        "{{site.titre}} {{{site.titre}}}\n",
        "{{#fiche}}\n{{titre}}\n{{/fiche}}\n",
        "  {{#fiche}}  \n  x\n  {{/fiche}}\n",
        "{{#fiche}}{{#page.indexee}} x {{/page.indexee}}{{/fiche}}\n",
        "{{! comment }}\na {{! comment }} b\n{{! two\nlines }}\n",
        "{{#liste}}[{{.}}]{{/liste}}",
        "{{^rien}}\nrien\n{{/rien}}\n{{#rien}}x{{/rien}}",
        "{{#site.vide}}x{{/site.vide}}{{^site.vide}}y{{/site.vide}}",
        "{{#site.notice}}\n{{siege}} {{#tel}}{{tel}}{{/tel}}{{^tel}}-{{/tel}} "
        "{{titre}}\n{{/site.notice}}\n",
        "{{#site.pied}}\n{{#liste}}\n<li>{{titre}} {{nombre}} "
        "{{site.titre}}</li>\n{{/liste}}\n{{/site.pied}}\n",
        "{{#site.notice}}{{#fiche}}{{titre}} {{siege}}{{/fiche}}{{/site.notice}}",
        "{{#fiche}}{{#site.notice}}{{titre}} {{corps}}{{/site.notice}}{{/fiche}}",
        "{{#fiche}}{{#notice}}x{{/notice}}{{site.titre}}{{/fiche}}",
        "{{#site.titre}}{{.}} {{titre}}{{/site.titre}}",
        "{{site.notice.siege}}{{site.rien.non}}",
        "{{> p}}",
        "a\n{{> p}}\nb\n",
        "  {{> p}}\n",
        "{{#fiche}}\n{{> p}}\n{{/fiche}}\n",
        "x {{> p}} y\n",
        "{{#site.pied.liste}}{{> p}}{{/site.pied.liste}}",
        "{ {{titre}} }",
        "}}{{titre}}"}) {
    check_alike(layout, "<i>{{titre}}</i>\n{{#rien}}\n{{/rien}}\n  {{{corps}}}\n", constants,
                context);
    check_alike(layout, "{{titre}}", constants, context);
    Json with_braces = constants;
    with_braces["site"]["titre"] = "{{titre}}";
    check_alike(layout, "{{site.titre}}\n", with_braces, context);
  }
}

TEST_CASE("prepared layout: a layout that no page uses may ask for what does not exist") {
  Theme theme;
  theme.layouts["l"] = {no_file, "a"};
  theme.layouts["ailleurs"] = {no_file, "{{> absent}}{{> p}}"};
  theme.partials["p"] = {no_file, "{{> p}}"};

  CHECK(Renderer(theme).render("l", std::vector<Json>{Json::object()}).front() == "a");
}

TEST_CASE("prepared layout: only what a layout asks for has a name") {
  Theme theme;
  theme.layouts["l"] = {no_file, "{{#page.liste}}{{titre}}{{/page.liste}}{{site.nom}}"};

  const PreparedLayout prepared = prepare_layout(theme, "l", {{"site", {{"nom", "N"}}}});

  CHECK(prepared.names.size() == 3);
  CHECK(prepared.names.contains("titre"));
  CHECK_FALSE(prepared.names.contains("site"));
  CHECK_THROWS(prepared.expand("\x1F"));
  CHECK_THROWS(prepared.expand("\x1Foo"));
}

}  // namespace pes::test
