#include "inspect/page_structure.h"

#include <fmt/format.h>

#include <algorithm>

#include "inspect/page_names.h"
#include "text/language_code.h"
#include "text/utf8.h"

namespace pes {

namespace {

// 1 for <h1>, 0 for what is no heading.
int heading_level(const HtmlNode& node) {
  const bool heading =
      node.tag.size() == 2 && node.tag[0] == 'h' && node.tag[1] >= '1' && node.tag[1] <= '6';
  return heading ? node.tag[1] - '0' : 0;
}

void find_heading_disorder(const HtmlTree& tree, std::vector<PageFinding>& out) {
  int last = 0;
  int main_headings = 0;
  for (const HtmlNode& node : tree.nodes) {
    const int level = heading_level(node);
    if (level == 0 || node.inert) continue;
    main_headings += level == 1 ? 1 : 0;
    if (last > 0 && level > last + 1) {
      PageFinding found = finding_about(Rule::heading_order, tree, node);
      found.detail = Arg(fmt::format("<h{}> suit <h{}>", level, last),
                         fmt::format("<h{}> follows <h{}>", level, last));
      out.push_back(std::move(found));
    }
    last = level;
    if (!has_words(tree, node) && tree.value(node, "aria-label").empty()) {
      out.push_back(finding_about(Rule::empty_heading, tree, node));
    }
  }
  if (main_headings != 1) {
    out.push_back(
        {Rule::heading_order, "<h1",
         Arg(fmt::format("{} <h1>", main_headings), fmt::format("{} <h1>", main_headings))});
  }
}

bool is_named_table(const HtmlTree& tree, const HtmlNode& table) {
  if (!trim(tree.value(table, "aria-label")).empty()) return true;
  if (tree.attribute(table, "aria-labelledby")) return true;
  const auto begin = static_cast<std::size_t>(&table - tree.nodes.data());
  for (std::size_t i = begin + 1; i < table.end; i = tree.nodes[i].end) {
    if (tree.nodes[i].tag == "caption") return has_words(tree, tree.nodes[i]);
  }
  return false;
}

void find_table_disorder(const HtmlTree& tree, std::vector<PageFinding>& out) {
  for (const HtmlNode& node : tree.nodes) {
    if (node.inert) continue;
    const std::string_view role = tree.value(node, "role");
    const bool layout = role == "presentation" || role == "none";
    const bool unnamed = node.tag == "table" && !layout && !is_named_table(tree, node);
    const bool unscoped = node.tag == "th" && trim(tree.value(node, "scope")).empty();
    if (unnamed || unscoped) out.push_back(finding_about(Rule::unclear_table, tree, node));
  }
}

void find_language_disorder(const HtmlTree& tree, std::vector<PageFinding>& out) {
  for (const HtmlNode& node : tree.nodes) {
    if (node.tag.empty() || node.inert) continue;
    const bool root = &node == tree.nodes.data();
    const auto language = tree.attribute(node, "lang");
    if (root ? language.value_or("").empty() : !language || language->empty()) {
      if (root) out.push_back(finding_about(Rule::unknown_language, tree, node));
    } else if (!is_language_code(*language)) {
      out.push_back({Rule::unknown_language, fmt::format("lang=\"{}\"", *language),
                     fmt::format("lang=\"{}\"", *language)});
    }
  }
}

}  // namespace

void find_disorder(const HtmlTree& tree, std::vector<PageFinding>& out) {
  if (tree.nodes.empty()) return;
  find_heading_disorder(tree, out);
  find_table_disorder(tree, out);
  find_language_disorder(tree, out);
}

}  // namespace pes
