#include "records/yaml.h"

#include "records/patched_text.h"
#include "records/plain_yaml.h"
#include "records/yaml_mistakes.h"
#include "records/yaml_tree.h"

namespace pes {

namespace {

constexpr std::size_t largest_front_matter = 64'000;

void translate(YamlNode& node, const PatchedText& patched) {
  node.span = patched.origin(node.span);
  for (YamlNode& item : node.items) translate(item, patched);
  for (auto& [key, value] : node.entries) {
    translate(key, patched);
    translate(value, patched);
  }
}

// Mends what can be mended, in memory, so that one run finds the mistakes behind it, too.
std::optional<YamlNode> parse_mended(const YamlStretch& yaml, Diagnostics& out) {
  constexpr int most_rounds = 20;
  PatchedText patched(yaml.file, yaml.text.substr(yaml.begin, yaml.end - yaml.begin), yaml.begin);
  const auto stretch = [&] {
    return YamlStretch{yaml.file, patched.text(), 0, patched.text().size()};
  };
  Diagnostics found;
  check_lines(stretch(), found);
  bool readable = true;
  for (int round = 0; round < most_rounds && !found.all().empty(); ++round) {
    for (const Diagnostic& diagnostic : found.all()) out.add(patched.translate(diagnostic));
    if (!patched.apply(found)) {
      readable = false;
      break;
    }
    found = {};
    check_lines(stretch(), found);
  }
  if (!readable) return std::nullopt;
  Diagnostics of_tree;
  auto root = read_tree(stretch(), of_tree);
  for (const Diagnostic& diagnostic : of_tree.all()) out.add(patched.translate(diagnostic));
  if (!root) return std::nullopt;
  translate(*root, patched);
  return root;
}

}  // namespace

std::optional<YamlNode> parse_yaml(FileId file, std::string_view text, std::size_t begin,
                                   std::size_t end, Diagnostics& out) {
  if (end - begin <= largest_front_matter) {
    if (auto plain = read_plain_yaml({file, text, begin, end})) return plain;
  }
  return parse_any_yaml(file, text, begin, end, out);
}

std::optional<YamlNode> parse_any_yaml(FileId file, std::string_view text, std::size_t begin,
                                       std::size_t end, Diagnostics& out) {
  if (end - begin > largest_front_matter) {
    out.add(Rule::front_matter_too_large, {file, static_cast<std::uint32_t>(begin), 0});
    return std::nullopt;
  }
  const YamlStretch yaml{file, text, begin, end};
  Diagnostics found;
  check_lines(yaml, found);
  return found.all().empty() ? read_tree(yaml, out) : parse_mended(yaml, out);
}

}  // namespace pes
