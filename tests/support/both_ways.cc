#include "support/both_ways.h"

#include <fmt/format.h>

#include <array>
#include <deque>
#include <mstch/mstch.hpp>
#include <utility>

#include "inspect/html_tree.h"
#include "inspect/plain_html.h"
#include "records/plain_yaml.h"
#include "text/utf8.h"
#include "theme/render.h"

namespace pes::test {

namespace {

using Json = nlohmann::json;

void write_out(const YamlNode& node, std::string& out) {
  out += fmt::format("{} [{}] {}+{} {} [{}]", static_cast<int>(node.form), node.text,
                     node.span.offset, node.span.length, node.whole, node.uncut);
  for (const YamlNode& item : node.items) write_out(item, out += "\n- ");
  for (const auto& [key, value] : node.entries) {
    write_out(key, out += "\n? ");
    write_out(value, out += "\n: ");
  }
  out += "\n.";
}

// Everything that a tree says, as one text.
std::string written_out(const HtmlTree& tree) {
  std::string out = fmt::format("{} {}\n", static_cast<int>(tree.mistake), tree.mistake_line);
  for (const HtmlNode& node : tree.nodes) {
    out += fmt::format("{} [{}] {} {}-{} {}", node.tag, node.text, node.start_tag, node.parent,
                       node.end, node.inert);
    for (const HtmlAttribute& attribute : tree.attributes(node)) {
      out += fmt::format(" {}={}", attribute.name, attribute.value);
    }
    out += '\n';
  }
  return out;
}

mstch::node whole_node(const Json& json) {
  if (json.is_string()) return json.get<std::string>();
  if (json.is_boolean()) return json.get<bool>();
  if (json.is_array()) {
    mstch::array array;
    for (const auto& item : json) array.push_back(whole_node(item));
    return array;
  }
  if (json.is_object()) {
    mstch::map map;
    for (const auto& [key, value] : json.items()) map.emplace(key, whole_node(value));
    return map;
  }
  return nullptr;
}

}  // namespace

BothWays yaml_both_ways(std::string_view text, std::size_t begin, std::size_t end) {
  BothWays ways;
  Diagnostics found;
  const auto plain = read_plain_yaml({0, text, begin, end});
  const auto thorough = parse_any_yaml(0, text, begin, end, found);
  ways.taken = plain.has_value();
  if (plain) write_out(*plain, ways.short_way);
  if (thorough) write_out(*thorough, ways.long_way);
  if (!found.all().empty()) ways.long_way += fmt::format("\n{} findings", found.all().size());
  return ways;
}

BothWays html_both_ways(std::string_view html) {
  HtmlTree tree;
  std::deque<std::string> decoded;
  HtmlReader quick;
  HtmlReader thorough;
  return {read_plain_html(html, 30'000, tree, decoded), written_out(quick.read(html)),
          written_out(thorough.read_anything(html))};
}

BothWays template_both_ways(const std::string& layout,
                            const std::map<std::string, std::string>& partials,
                            const Json& constants, const Json& context) {
  Theme theme;
  theme.layouts["l"] = {no_file, without_partial_indentation(layout)};
  std::map<std::string, std::string> unindented;
  for (const auto& [name, text] : partials) {
    unindented[name] = without_partial_indentation(text);
    theme.partials[name] = {no_file, unindented[name]};
  }
  Json everything = constants;
  everything.update(context);
  Renderer renderer(theme, "l", constants);  // sets how mstch escapes
  return {true, renderer.render(context),
          mstch::render(theme.layouts["l"].text, whole_node(everything), unindented)};
}

std::string page_with(std::string_view body) {
  return fmt::format(
      "<!DOCTYPE html>\n<html lang=\"fr\">\n<head>\n<meta charset=\"utf-8\">\n<title>a &amp; b"
      "</title>\n</head>\n<body>\n{}\n</body>\n</html>\n",
      body);
}

namespace {

// « 3ème » and « 3e », « 1 mars » and « 1er mars » as one.
std::string without_ordinal_endings(std::string letters) {
  constexpr auto endings =
      std::to_array<std::pair<std::string_view, std::string_view>>({{"iemes", "es"},
                                                                    {"ieme", "e"},
                                                                    {"emes", "es"},
                                                                    {"eme", "e"},
                                                                    {"ieres", "res"},
                                                                    {"iere", "re"},
                                                                    {"eres", "res"},
                                                                    {"ere", "re"},
                                                                    {"1ier", "1"},
                                                                    {"1er", "1"}});
  for (const auto& [written, set] : endings) {
    for (std::size_t at = 0; (at = letters.find(written, at)) != std::string::npos;) {
      letters.replace(at, written.size(), set);
    }
  }
  return letters;
}

}  // namespace

std::string letters_for_typography(std::string_view text) {
  std::string out;
  const std::string folded = fold(text);
  for (std::size_t at = 0; at < folded.size();) {
    const std::size_t begin = at;
    const char32_t c = next_character(folded, at);
    const bool free =
        is_space(c) || std::u32string_view(U"\t'’\"«»“”-–—.…").find(c) != std::u32string_view::npos;
    if (!free) out += folded.substr(begin, at - begin);
  }
  return without_ordinal_endings(std::move(out));
}

}  // namespace pes::test
