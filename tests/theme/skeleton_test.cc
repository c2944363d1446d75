#include "theme/skeleton.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "run/workers.h"
#include "support/both_ways.h"
#include "theme/render.h"

namespace pes::test {

namespace {

using Json = nlohmann::json;

// By a skeleton or not, a layout gives the same.
void check_alike(const std::string& layout, const std::string& partial, const Json& constants,
                 const Json& context) {
  INFO(layout);
  const BothWays ways = template_both_ways(layout, {{"p", partial}}, constants, context);
  CHECK(ways.short_way == ways.long_way);
}

}  // namespace

TEST_CASE("skeleton: gives what mstch gives, tag by tag") {
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
        "{{{! c }}}{{titre}}",
        "{{{! c }}{{titre}} }}}{{titre}}",
        "{{! c }}}{{titre}}",
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

TEST_CASE("skeleton: a layout that no page uses may ask for what does not exist") {
  Theme theme;
  theme.layouts["l"] = {no_file, "a"};
  theme.layouts["ailleurs"] = {no_file, "{{> absent}}{{> p}}"};
  theme.partials["p"] = {no_file, "{{> p}}"};

  CHECK(Renderer(theme, "l").render(Json::object()) == "a");
}

TEST_CASE("skeleton: only what a layout asks for, or its partials, decides its form") {
  Theme theme;
  theme.layouts["l"] = {no_file, "{{#page.liste}}{{titre}}{{/page.liste}}{{> p}}{{! nom }}"};
  theme.partials["p"] = {no_file, "{{> p}}{{> absent}}{{corps}}"};
  const AskedNames names = needs_of(theme, "l").names;

  CHECK(names == AskedNames{"page", "liste", "titre", "corps"});
  const auto form = [&](const Json& context) { return form_of(context, names).form; };
  CHECK(form({{"titre", "a"}, {"nom", "b"}}) == form({{"titre", "autre"}}));
  CHECK(form({{"titre", "a"}}) != form({{"titre", ""}}));
  CHECK(form({{"titre", "a"}}) != form({{"titre", nullptr}}));
  CHECK(form({{"titre", "a"}}) != form({{"corps", "a"}}));
  CHECK(form({{"liste", {"a", "b"}}}) != form({{"liste", {"a"}}}));
  CHECK(form({{"liste", true}}) != form({{"liste", false}}));
}

TEST_CASE("skeleton: names that hold signs make no other form look the same") {
  const AskedNames names = {"a", "b", "a-b"};

  CHECK(form_of(Json{{"a", false}, {"b", true}}, names).form !=
        form_of(Json{{"a-b", true}}, names).form);
}

TEST_CASE("skeleton: what texts hold is no mark, and no more than what is there can be filled in") {
  const Json context = {{"a", "\x1D\x1E<\x1D"}, {"b", "{{a}}"}};
  Theme theme;
  theme.layouts["l"] = {no_file, "{{a}}{{{a}}} {{b}}"};

  CHECK(Renderer(theme, "l").render(context) == "\x1D\x1E&lt;\x1D\x1D\x1E<\x1D {{a}}");
  CHECK_THROWS(static_cast<void>(Skeleton("\x1D"
                                          "0\x1D")
                                     .fill({})));
  CHECK_THROWS(
      Skeleton("\x1D"
               "0"));
}

TEST_CASE("skeleton: pages of one form are filled each with its own texts") {
  Theme theme;
  theme.layouts["l"] = {no_file, "{{#liste}}<{{titre}}>{{/liste}}{{^liste}}rien{{/liste}}"};
  Renderer renderer(theme, "l");
  const auto context = [](std::size_t i) {
    Json list = Json::array();
    for (std::size_t item = 0; item < i % 3; ++item) list.push_back({{"titre", std::to_string(i)}});
    return Json{{"liste", std::move(list)}};
  };
  std::vector<std::string> texts(300);
  Workers(3).for_each(texts.size(), [&](std::size_t i) { texts[i] = renderer.render(context(i)); });

  for (std::size_t i = 0; i < texts.size(); ++i) CHECK(texts[i] == renderer.render(context(i)));
  CHECK(texts[0] == "rien");
  CHECK(texts[299] == "<299><299>");
}

}  // namespace pes::test
