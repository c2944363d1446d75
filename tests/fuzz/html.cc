#include "fuzz/properties.h"
#include "fuzz/targets.h"
#include "inspect/html_tree.h"
#include "support/both_ways.h"

namespace pes::test {

namespace {

void both_readers_agree(std::string_view html) {
  const BothWays ways = html_both_ways(html);
  hold_same("short way and gumbo agree", ways.long_way, ways.short_way);
}

void a_tree_is_a_tree(std::string_view html) {
  HtmlReader reader;
  const HtmlTree& tree = reader.read(html);
  for (std::size_t i = 0; i < tree.nodes.size(); ++i) {
    const HtmlNode& node = tree.nodes[i];
    hold(node.parent <= i && node.end > i && node.end <= tree.nodes[node.parent].end,
         "a node lies within its parent", node.tag);
    hold(!node.tag.empty() || node.text.find_first_not_of(" \t\n\f\r") != std::string_view::npos,
         "a text is not all spaces");
  }
}

}  // namespace

void hold_html(std::string_view bytes) {
  for (const std::string& html : {std::string(bytes), page_with(bytes)}) {
    both_readers_agree(html);
    a_tree_is_a_tree(html);
  }
}

}  // namespace pes::test
