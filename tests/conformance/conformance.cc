// Puts cases of others through the readers of pes. Standard input has {"markdown": [text…],
// "yaml": [text…], "templates": [{template, partials, data}…]}, standard output the same lists with
// what became of each. conformance.test.mjs judges.
#include <iostream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "records/markdown.h"
#include "records/yaml.h"
#include "support/both_ways.h"
#include "theme/skeleton.h"

namespace {

using Json = nlohmann::json;

Json errors_in(const pes::Diagnostics& found) {
  Json codes = Json::array();
  for (const pes::Diagnostic& diagnostic : found.all()) {
    const pes::RuleInfo& rule = pes::rule_info(diagnostic.rule);
    if (rule.severity == pes::Severity::error) codes.push_back(pes::rule_code(diagnostic.rule));
  }
  return codes;
}

std::string picture(const pes::ImageUse& image) {
  const auto escaped = [](std::string_view text) { return pes::escape_or_mark(std::string(text)); };
  const std::string title = image.title.empty() ? "" : " title=\"" + escaped(image.title) + "\"";
  return "<img src=\"" + escaped(image.destination) + "\" alt=\"" + escaped(image.alternative) +
         "\"" + title + " />";
}

// Links stay, shortcuts are shown as they are written, and pictures as CommonMark shows them.
Json markdown(const std::string& text) {
  const pes::Typography typography;
  pes::Diagnostics found;
  const pes::Body body = pes::convert_markdown(
      0, text, 0,
      {[](std::string_view, pes::Span) { return pes::LinkTarget{}; }, picture,
       [](std::string_view inside, pes::Span) { return "{{" + std::string(inside) + "}}"; },
       typography},
      found);
  return {{"html", body.html}, {"errors", errors_in(found)}};
}

Json tree_of(const pes::YamlNode& node) {
  switch (node.form) {
    case pes::YamlNode::Form::null:
      return nullptr;
    case pes::YamlNode::Form::scalar:
      return node.text;
    case pes::YamlNode::Form::list: {
      Json list = Json::array();
      for (const pes::YamlNode& item : node.items) list.push_back(tree_of(item));
      return list;
    }
    case pes::YamlNode::Form::map:
      break;
  }
  Json map = Json::object();
  for (const auto& [key, value] : node.entries) map[key.text] = tree_of(value);
  return map;
}

using YamlReader = decltype(pes::parse_yaml);

Json yaml_by(YamlReader* reader, const std::string& text) {
  pes::Diagnostics found;
  const auto root = reader(0, text, 0, text.size(), found);
  return {{"tree", root ? tree_of(*root) : Json()}, {"errors", errors_in(found)}};
}

Json yaml(const std::string& text) {
  return {{"short", yaml_by(pes::parse_yaml, text)}, {"long", yaml_by(pes::parse_any_yaml, text)}};
}

Json rendered(const Json& test) {
  const pes::test::BothWays ways = pes::test::template_both_ways(
      test.at("template"), test.at("partials"), Json::object(), test.at("data"));
  return {{"short", ways.short_way}, {"long", ways.long_way}};
}

}  // namespace

int main() {
  const Json cases = Json::parse(std::cin);
  Json out = {{"markdown", Json::array()}, {"yaml", Json::array()}, {"templates", Json::array()}};
  for (const Json& text : cases.at("markdown")) out["markdown"].push_back(markdown(text));
  for (const Json& text : cases.at("yaml")) out["yaml"].push_back(yaml(text));
  for (const Json& test : cases.at("templates")) out["templates"].push_back(rendered(test));
  std::cout << out.dump(-1, ' ', false, Json::error_handler_t::replace);
}
