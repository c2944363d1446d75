#include "records/markdown_typography.h"

#include <fmt/format.h>

#include <vector>

#include "records/typography_check.h"

namespace pes {

namespace {

using Form = TextPiece::Form;

struct Block {
  std::vector<cmark_node*> nodes;
  std::vector<TextPiece> pieces;
};

// Words in another language lie in a custom node.
Form form_of(cmark_node* node) {
  const cmark_node_type type = cmark_node_get_type(node);
  const bool foreign = cmark_node_get_type(cmark_node_parent(node)) == CMARK_NODE_CUSTOM_INLINE;
  if (type == CMARK_NODE_TEXT) return foreign ? Form::opaque : Form::text;
  const bool space = type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK;
  return space ? Form::line_break : Form::opaque;
}

bool is_leaf(cmark_node* node) { return cmark_node_first_child(node) == nullptr; }

// The blocks that hold words: paragraphs, and the custom blocks that stand for headings.
std::vector<Block> collect(cmark_node* root) {
  std::vector<Block> blocks;
  cmark_iter* iterator = cmark_iter_new(root);
  for (cmark_event_type event = cmark_iter_next(iterator); event != CMARK_EVENT_DONE;
       event = cmark_iter_next(iterator)) {
    if (event != CMARK_EVENT_ENTER) continue;
    cmark_node* node = cmark_iter_get_node(iterator);
    const cmark_node_type type = cmark_node_get_type(node);
    if (type <= CMARK_NODE_LAST_BLOCK) {
      blocks.emplace_back();
    } else if (is_leaf(node) && !blocks.empty()) {
      const Form form = form_of(node);
      const std::string_view text = form == Form::text ? cmark_node_get_literal(node) : "";
      blocks.back().nodes.push_back(node);
      blocks.back().pieces.push_back({text, form});
    }
  }
  cmark_iter_free(iterator);
  return blocks;
}

// The first run stays in the node, so that everything around it does.
void replace(cmark_node* node, const std::vector<TextRun>& runs) {
  cmark_node* last = node;
  bool first = true;
  for (const TextRun& run : runs) {
    if (first && !run.superscript) {
      if (run.text != cmark_node_get_literal(node)) cmark_node_set_literal(node, run.text.c_str());
      first = false;
      continue;
    }
    if (first) cmark_node_set_literal(node, "");
    first = false;
    cmark_node* added =
        cmark_node_new(run.superscript ? CMARK_NODE_CUSTOM_INLINE : CMARK_NODE_TEXT);
    if (run.superscript) {
      cmark_node_set_on_enter(added, fmt::format("<sup>{}</sup>", run.text).c_str());
    } else {
      cmark_node_set_literal(added, run.text.c_str());
    }
    cmark_node_insert_after(last, added);
    last = added;
  }
  if (runs.empty()) cmark_node_set_literal(node, "");
}

}  // namespace

void set_typography(cmark_node* root, const Typography& typography,
                    const std::function<Span(cmark_node* node, std::string_view word)>& place,
                    Diagnostics& out) {
  for (const Block& block : collect(root)) {
    if (block.nodes.empty()) continue;
    const SetBlock set = typography.set(block.pieces);
    for (const TypographicDoubt& doubt : set.doubts) {
      out.add(rule_of(doubt.kind), place(block.nodes[doubt.piece], doubt.word), {doubt.word});
    }
    for (std::size_t i = 0; i < block.nodes.size(); ++i) {
      if (block.pieces[i].form == Form::text) replace(block.nodes[i], set.runs[i]);
    }
  }
}

}  // namespace pes
