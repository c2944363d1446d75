#include "inspect/page_safety.h"

#include <fmt/format.h>
#include <simdjson.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "inspect/page_references.h"
#include "text/utf8.h"

namespace pes {

namespace {

bool is_json(std::string_view type) {
  return type == "application/json" || type.ends_with("+json");
}

// Nearly every page has such a block, and simdjson is quick to say yes; it also says no to numbers
// that it cannot hold.
bool is_well_formed(std::string_view json) {
  simdjson::dom::parser parser;
  return parser.parse(json.data(), json.size()).error() == simdjson::SUCCESS ||
         nlohmann::json::accept(json);
}

// What browsers run or obey; any other type is data to them.
bool is_active(std::string_view type) {
  constexpr auto words = std::to_array<std::string_view>(
      {"", "module", "importmap", "speculationrules", "text/babel"});
  return std::find(words.begin(), words.end(), type) != words.end() ||
         type.find("javascript") != std::string_view::npos ||
         type.find("ecmascript") != std::string_view::npos ||
         type.find("jscript") != std::string_view::npos;
}

void look_at_script(const HtmlTree& tree, const HtmlNode& node, std::vector<PageFinding>& out) {
  if (tree.attribute(node, "src") || (node.tag == "script" && tree.attribute(node, "href"))) return;
  const std::string written = fold(trim(tree.value(node, "type")));
  const std::string_view type = trim(std::string_view(written).substr(0, written.find(';')));
  if (is_active(type)) {
    out.push_back(finding_about(Rule::inline_script, tree, node));
    return;
  }
  const auto index = static_cast<std::size_t>(&node - tree.nodes.data());
  const std::string_view text = index + 1 < node.end ? tree.nodes[index + 1].text : "";
  if (is_json(type) && !is_well_formed(text)) {
    out.push_back(finding_about(Rule::bad_data_block, tree, node));
  }
}

}  // namespace

void find_inline_code(const HtmlTree& tree, std::vector<PageFinding>& out) {
  for (const HtmlNode& node : tree.nodes) {
    if (node.tag.empty()) continue;
    if (node.tag == "script") look_at_script(tree, node, out);
    if (node.tag == "style") out.push_back(finding_about(Rule::inline_style, tree, node));
    for (const HtmlAttribute& attribute : tree.attributes(node)) {
      if (attribute.name.front() != 'o' && attribute.name.front() != 's') continue;
      const bool handler = attribute.name.size() > 2 && attribute.name.starts_with("on");
      if (handler || attribute.name == "srcdoc") {
        out.push_back(finding_about(Rule::inline_script, tree, node));
      } else if (attribute.name == "style") {
        out.push_back(finding_about(Rule::inline_style, tree, node));
      }
    }
  }
}

}  // namespace pes
