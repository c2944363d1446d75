#include "inspect/page_names.h"

#include <algorithm>
#include <array>
#include <map>

#include "text/utf8.h"

namespace pes {

namespace {

bool is_blank(std::string_view text) { return trim(text).empty(); }

template <std::size_t N>
bool is_one_of(std::string_view word, const std::array<std::string_view, N>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// What stands in a field is its value, not its name.
constexpr auto fields = std::to_array<std::string_view>({"select", "textarea", "datalist"});

bool is_silent(const HtmlTree& tree, const HtmlNode& node) {
  return tree.value(node, "aria-hidden") == "true" || tree.attribute(node, "hidden") ||
         node.inert || node.tag == "script" || node.tag == "style" || is_one_of(node.tag, fields);
}

std::string words_of(const HtmlTree& tree, const HtmlNode& root) {
  std::string words;
  const auto begin = static_cast<std::size_t>(&root - tree.nodes.data());
  for (std::size_t i = begin; i < root.end; ++i) {
    const HtmlNode& node = tree.nodes[i];
    words += node.text;
    if (node.tag.empty()) continue;
    if (i > begin && is_silent(tree, node)) {
      i = node.end - 1;
      continue;
    }
    words += tree.value(node, "aria-label");
    if (node.tag == "img" || node.tag == "area") words += tree.value(node, "alt");
  }
  return words;
}

const HtmlNode* node_with_id(const HtmlTree& tree, std::string_view id) {
  for (const HtmlNode& node : tree.nodes) {
    if (tree.attribute(node, "id") == id) return &node;
  }
  return nullptr;
}

// Calls `use` with each word of an attribute that names elements by id.
std::string words_of_all(const HtmlTree& tree, std::string_view ids) {
  std::string words;
  while (!(ids = trim(ids)).empty()) {
    const std::size_t end = std::min(ids.find_first_of(" \t\n"), ids.size());
    if (const HtmlNode* node = node_with_id(tree, ids.substr(0, end))) {
      words += words_of(tree, *node);
    }
    ids.remove_prefix(end);
  }
  return words;
}

// The name that attributes give; `title` comes last, as for screen readers.
std::string given_name(const HtmlTree& tree, const HtmlNode& node) {
  if (node.attributes == 0) return {};
  std::string name = words_of_all(tree, tree.value(node, "aria-labelledby"));
  if (is_blank(name)) name = tree.value(node, "aria-label");
  if (is_blank(name)) name = tree.value(node, "title");
  return std::string(trim(name));
}

bool has_label(const HtmlTree& tree, const HtmlNode& field) {
  for (const HtmlNode* node = &field; node != tree.nodes.data(); node = &tree.nodes[node->parent]) {
    if (node->tag == "label") return has_words(tree, *node);
  }
  const std::string_view id = tree.value(field, "id");
  return !id.empty() &&
         std::any_of(tree.nodes.begin(), tree.nodes.end(), [&](const HtmlNode& node) {
           return node.tag == "label" && tree.value(node, "for") == id && has_words(tree, node);
         });
}

bool input_has_name(const HtmlTree& tree, const HtmlNode& node) {
  const std::string type = fold(tree.value(node, "type"));
  if (type == "hidden" || type == "submit" || type == "reset") return true;
  if (type == "button") return !is_blank(tree.value(node, "value"));
  if (type == "image") return !is_blank(tree.value(node, "alt"));
  return has_label(tree, node);
}

bool is_image_by_role(const HtmlTree& tree, const HtmlNode& node) {
  return node.tag != "img" && tree.value(node, "role") == "img";
}

// True unless the element needs a name and its content or its label gives none.
bool names_itself(const HtmlTree& tree, const HtmlNode& node) {
  const std::string_view role = tree.value(node, "role");
  if (node.tag == "input") return input_has_name(tree, node);
  if (node.tag == "select" || node.tag == "textarea") return has_label(tree, node);
  if (node.tag == "iframe") return false;
  if (node.tag == "area") return !tree.attribute(node, "href") || has_words(tree, node);
  const bool link = node.tag == "a" && tree.attribute(node, "href").has_value();
  const bool speaks =
      link || node.tag == "button" || node.tag == "summary" || role == "link" || role == "button";
  return !speaks || has_words(tree, node);
}

// Without attributes, only these have anything to name.
bool may_need_name(const HtmlNode& node) {
  constexpr auto tags = std::to_array<std::string_view>(
      {"nav", "button", "summary", "input", "select", "textarea", "iframe", "img"});
  return node.attributes > 0 || is_one_of(node.tag, tags);
}

class NameFinder {
 public:
  NameFinder(const HtmlTree& tree, std::vector<PageFinding>& out) : tree_(tree), out_(out) {}

  void look_at(const HtmlNode& node) {
    if (node.tag == "nav" || tree_.value(node, "role") == "navigation") {
      navigations_[given_name(tree_, node)].push_back(&node);
    }
    if (is_image_by_role(tree_, node)) {
      if (given_name(tree_, node).empty() && !has_title(node))
        report(Rule::missing_alternative, node);
    } else if (!names_itself(tree_, node) && given_name(tree_, node).empty()) {
      report(Rule::missing_name, node);
    }
  }

  void compare_navigations() {
    const std::size_t count = navigations_.size();
    for (const auto& [name, nodes] : navigations_) {
      const bool unnamed = name.empty() && count > 1;
      if (nodes.size() > 1 || unnamed) report(Rule::unclear_navigation, *nodes.back());
    }
  }

 private:
  void report(Rule rule, const HtmlNode& node) { out_.push_back(finding_about(rule, tree_, node)); }

  // <title> as a child names a drawing.
  [[nodiscard]] bool has_title(const HtmlNode& node) const {
    const auto begin = static_cast<std::size_t>(&node - tree_.nodes.data());
    for (std::size_t i = begin + 1; i < node.end; i = tree_.nodes[i].end) {
      if (tree_.nodes[i].tag == "title") return has_words(tree_, tree_.nodes[i]);
    }
    return false;
  }

  const HtmlTree& tree_;
  std::vector<PageFinding>& out_;
  std::map<std::string, std::vector<const HtmlNode*>> navigations_;
};

}  // namespace

bool has_words(const HtmlTree& tree, const HtmlNode& node) {
  return !is_blank(words_of(tree, node));
}

void find_unnamed(const HtmlTree& tree, std::vector<PageFinding>& out) {
  NameFinder finder(tree, out);
  for (std::size_t i = 0; i < tree.nodes.size(); ++i) {
    const HtmlNode& node = tree.nodes[i];
    if (node.tag.empty() || (!node.inert && !may_need_name(node))) continue;
    if (node.tag == "img" && !node.inert && !tree.attribute(node, "alt")) {
      out.push_back(finding_about(Rule::missing_alternative, tree, node));
    }
    const bool hidden = node.inert || tree.value(node, "aria-hidden") == "true";
    if (!hidden) finder.look_at(node);
    // Within what is hidden only <img> remains to be looked at.
    for (; hidden && i + 1 < node.end; ++i) {
      const HtmlNode& inside = tree.nodes[i + 1];
      if (inside.tag == "img" && !inside.inert && !tree.attribute(inside, "alt")) {
        out.push_back(finding_about(Rule::missing_alternative, tree, inside));
      }
    }
  }
  finder.compare_navigations();
}

}  // namespace pes
