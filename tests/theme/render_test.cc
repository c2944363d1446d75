#include "theme/render.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

namespace pes::test {

namespace {

std::string render(const std::string& layout, const nlohmann::json& context,
                   const std::string& partial = "") {
  Theme theme;
  theme.layouts["l"] = {no_file, without_partial_indentation(layout)};
  theme.partials["p"] = {no_file, without_partial_indentation(partial)};
  return Renderer(theme, "l").render(context);
}

}  // namespace

TEST_CASE("render: text is escaped, but for the slash; triple mustaches are not") {
  CHECK(render("{{a}} {{{a}}}", {{"a", "<b>/'"}}) == "&lt;b&gt;/&#39; <b>/'");
}

TEST_CASE("render: null, false, empty text and empty lists are nothing") {
  const nlohmann::json context = {
      {"n", nullptr}, {"f", false}, {"t", ""}, {"l", nlohmann::json::array()}};

  CHECK(render("[{{n}}]{{^n}}n{{/n}}{{^f}}f{{/f}}{{^t}}t{{/t}}{{^l}}l{{/l}}", context) == "[]nftl");
}

TEST_CASE("render: a null inside hides the same name outside") {
  CHECK(render("{{#a}}[{{b}}]{{/a}}", {{"b", "dehors"}, {"a", {{"b", nullptr}}}}) == "[]");
}

TEST_CASE("render: an indented partial does not indent what it shows") {
  CHECK(render("<div>\n  {{> p}}\n</div>\n", {{"a", "<pre>\n x</pre>"}}, "{{{a}}}\n") ==
        "<div>\n<pre>\n x</pre>\n</div>\n");
}

TEST_CASE("render: a partial within a line stays where it is") {
  CHECK(without_partial_indentation("  a {{> p}} b\n") == "  a {{> p}} b\n");
}

}  // namespace pes::test
