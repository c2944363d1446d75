#include "inspect/html_tree.h"

#include <gumbo.h>

#include <algorithm>
#include <deque>
#include <new>
#include <string>

#include "inspect/plain_html.h"
#include "text/utf8.h"

namespace pes {

namespace {

// The parser's time grows with the square of the depth: this keeps the worst below two seconds.
constexpr std::ptrdiff_t most_tags = 30'000;
// Each mistake that it keeps remembers all open elements.
constexpr int most_mistakes = 1;

// A space by number is a text to the parser, and none to readers.
bool is_shown_text(const GumboNode& node) {
  const bool text = node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_CDATA;
  return text && std::string_view(node.v.text.text).find_first_not_of(" \t\n\f\r") !=
                     std::string_view::npos;
}

bool is_element(const GumboNode& node) {
  return node.type == GUMBO_NODE_ELEMENT || node.type == GUMBO_NODE_TEMPLATE;
}

std::string_view view(const GumboStringPiece& piece) {
  return piece.data == nullptr ? std::string_view{} : std::string_view(piece.data, piece.length);
}

// The line of the last element before the parser stopped, perhaps before the first.
std::size_t last_line(const GumboNode* root) {
  std::size_t line = 1;
  if (root == nullptr) return line;
  std::vector<const GumboNode*> waiting = {root};
  while (!waiting.empty()) {
    const GumboNode& node = *waiting.back();
    waiting.pop_back();
    if (!is_element(node)) continue;
    line = std::max<std::size_t>(line, node.v.element.start_pos.line);
    const GumboVector& children = node.v.element.children;
    for (unsigned int i = 0; i < children.length; ++i) {
      waiting.push_back(static_cast<const GumboNode*>(children.data[i]));
    }
  }
  return line;
}

void add_attributes(const GumboElement& element, HtmlTree& tree, HtmlNode& node) {
  node.first_attribute = static_cast<std::uint32_t>(tree.all_attributes.size());
  node.attributes = element.attributes.length;
  for (unsigned int i = 0; i < element.attributes.length; ++i) {
    const auto* attribute = static_cast<const GumboAttribute*>(element.attributes.data[i]);
    tree.all_attributes.push_back({attribute->name, attribute->value});
  }
}

std::string unknown_tag(GumboStringPiece written) {
  gumbo_tag_from_original_text(&written);
  return fold(view(written));
}

}  // namespace

// What the parser asks for, handed out from large blocks that serve every page. Nothing is given
// back one by one, so a deep tree needs no deep recursion to be forgotten.
struct HtmlReader::Memory {
  static constexpr std::size_t block_size = std::size_t{1} << 18U;

  void* take(std::size_t bytes) {
    constexpr std::size_t step = alignof(std::max_align_t);
    bytes = (bytes + step - 1) / step * step;
    if (bytes > block_size) {
      large.push_back(std::make_unique_for_overwrite<std::byte[]>(bytes));
      return large.back().get();
    }
    if (used + bytes > block_size) {
      used = 0;
      ++current;
    }
    if (current == blocks.size()) {
      blocks.push_back(std::make_unique_for_overwrite<std::byte[]>(block_size));
    }
    used += bytes;
    return blocks[current].get() + (used - bytes);
  }

  void forget() {
    large.clear();
    names.clear();
    decoded.clear();
    current = 0;
    used = 0;
  }

  const GumboOutput& parse(std::string_view html, bool stop_at_mistake) {
    GumboOptions options = kGumboDefaultOptions;
    options.userdata = this;
    options.allocator = [](void* memory, std::size_t bytes) {
      return static_cast<Memory*>(memory)->take(bytes);
    };
    options.deallocator = [](void*, void*) {};
    options.max_errors = most_mistakes;
    options.stop_on_first_error = stop_at_mistake;
    return *gumbo_parse_with_options(&options, html.data(), html.size());
  }

  void flatten(const GumboNode* root, HtmlTree& tree) {
    waiting.assign({{root, 0}});
    while (!waiting.empty()) {
      const auto [node, parent] = waiting.back();
      waiting.pop_back();
      if (is_element(*node)) {
        add_element(node->v.element, parent, tree);
      } else if (is_shown_text(*node)) {
        start(parent, tree).text = node->v.text.text;
      }
    }
    for (std::size_t i = tree.nodes.size(); i > 1; --i) {
      HtmlNode& parent = tree.nodes[tree.nodes[i - 1].parent];
      parent.end = std::max(parent.end, tree.nodes[i - 1].end);
    }
  }

  static HtmlNode& start(std::uint32_t parent, HtmlTree& tree) {
    const auto index = static_cast<std::uint32_t>(tree.nodes.size());
    HtmlNode& node = tree.nodes.emplace_back();
    node.parent = parent;
    node.end = index + 1;
    node.inert = index > 0 && (tree.nodes[parent].inert || tree.nodes[parent].tag == "template");
    return node;
  }

  void add_element(const GumboElement& element, std::uint32_t parent, HtmlTree& tree) {
    const auto index = static_cast<std::uint32_t>(tree.nodes.size());
    HtmlNode& node = start(parent, tree);
    node.tag = gumbo_normalized_tagname(element.tag);
    node.start_tag = view(element.original_tag);
    if (element.tag == GUMBO_TAG_UNKNOWN) {
      names.push_back(std::make_unique<std::string>(unknown_tag(element.original_tag)));
      node.tag = *names.back();
    }
    add_attributes(element, tree, node);
    for (unsigned int i = element.children.length; i > 0; --i) {
      waiting.emplace_back(static_cast<const GumboNode*>(element.children.data[i - 1]), index);
    }
  }

  std::vector<std::unique_ptr<std::byte[]>> blocks;
  std::vector<std::unique_ptr<std::byte[]>> large;
  std::vector<std::unique_ptr<std::string>> names;  // of elements that the parser does not know
  std::vector<std::pair<const GumboNode*, std::uint32_t>> waiting;  // with their parents
  std::deque<std::string> decoded;
  std::size_t current = 0;
  std::size_t used = 0;
};

HtmlReader::HtmlReader() : memory_(std::make_unique<Memory>()) {}
HtmlReader::~HtmlReader() = default;

void HtmlReader::forget() {
  memory_->forget();
  tree_.nodes.clear();
  tree_.all_attributes.clear();
  tree_.mistake = HtmlMistake::none;
  tree_.mistake_line = 0;
}

const HtmlTree& HtmlReader::read(std::string_view html) {
  forget();
  const bool plain = read_plain_html(html, most_tags, tree_, memory_->decoded);
  return plain ? tree_ : read_anything(html);
}

const HtmlTree& HtmlReader::read_anything(std::string_view html) {
  forget();
  if (std::count(html.begin(), html.end(), '<') > most_tags) {
    tree_.mistake = HtmlMistake::too_large;
    return tree_;
  }
  const GumboOutput& parsed = memory_->parse(html, false);
  memory_->flatten(parsed.root, tree_);
  if (parsed.errors.length > 0) {
    tree_.mistake = HtmlMistake::syntax;
    tree_.mistake_line = last_line(memory_->parse(html, true).root);
  }
  return tree_;
}

std::span<const HtmlAttribute> HtmlTree::attributes(const HtmlNode& node) const {
  return std::span(all_attributes).subspan(node.first_attribute, node.attributes);
}

std::optional<std::string_view> HtmlTree::attribute(const HtmlNode& node,
                                                    std::string_view name) const {
  for (const HtmlAttribute& attribute : attributes(node)) {
    if (attribute.name == name) return attribute.value;
  }
  return std::nullopt;
}

std::string_view HtmlTree::value(const HtmlNode& node, std::string_view name) const {
  return attribute(node, name).value_or(std::string_view{});
}

}  // namespace pes
