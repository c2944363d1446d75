#include "inspect/page_facts.h"

#include <fmt/format.h>

#include <algorithm>

#include "inspect/page_names.h"
#include "inspect/page_references.h"
#include "inspect/page_safety.h"
#include "inspect/page_structure.h"
#include "text/utf8.h"

namespace pes {

namespace {

constexpr std::size_t longest_excerpt = 80;

std::string excerpt_of(const HtmlNode& node) {
  if (node.start_tag.empty()) return fmt::format("<{}>", node.tag);
  std::string text(node.start_tag);
  std::replace(text.begin(), text.end(), '\n', ' ');
  return cut_at_word(text, longest_excerpt);
}

void find_mistake(const HtmlTree& tree, PageFacts& facts) {
  switch (tree.mistake) {
    case HtmlMistake::none:
      return;
    case HtmlMistake::syntax:
      facts.findings.push_back({Rule::malformed_html, "",
                                Arg(fmt::format("ligne {}", tree.mistake_line),
                                    fmt::format("line {}", tree.mistake_line))});
      return;
    case HtmlMistake::too_large:
      facts.findings.push_back({Rule::malformed_html, "",
                                Text{"trop de balises pour être lue", "too many tags to be read"}});
  }
}

void collect_ids(const HtmlTree& tree, PageFacts& facts) {
  std::vector<std::string> names;
  for (const HtmlNode& node : tree.nodes) {
    if (node.tag.empty() || node.inert) continue;
    ++facts.elements;
    if (const auto id = tree.attribute(node, "id")) facts.ids.emplace_back(*id);
    if (node.tag == "a" && tree.attribute(node, "name")) {
      names.emplace_back(tree.value(node, "name"));
    }
  }
  std::sort(facts.ids.begin(), facts.ids.end());
  for (auto at = facts.ids.begin();
       (at = std::adjacent_find(at, facts.ids.end())) != facts.ids.end();) {
    facts.findings.push_back({Rule::duplicate_id, fmt::format("id=\"{}\"", *at), *at});
    at = std::upper_bound(at, facts.ids.end(), *at);
  }
  facts.ids.insert(facts.ids.end(), names.begin(), names.end());
  std::sort(facts.ids.begin(), facts.ids.end());
}

}  // namespace

PageFinding finding_about(Rule rule, const HtmlTree& tree, const HtmlNode& node) {
  const std::string_view classes = tree.value(node, "class");
  const std::string key = classes.empty() ? fmt::format("<{}", node.tag)
                                          : fmt::format("<{} class=\"{}\"", node.tag, classes);
  return {rule, key, excerpt_of(node), std::string(tree.value(node, "id"))};
}

PageFacts read_page(HtmlReader& reader, std::string_view html) {
  const HtmlTree& tree = reader.read(html);
  PageFacts facts;
  find_mistake(tree, facts);
  collect_ids(tree, facts);
  find_unnamed(tree, facts.findings);
  find_disorder(tree, facts.findings);
  find_inline_code(tree, facts.findings);
  collect_references(tree, facts);
  return facts;
}

}  // namespace pes
