#include "records/yaml.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <sstream>

#include "records/patched_text.h"
#include "records/yaml_mistakes.h"
#include "text/utf8.h"

namespace pes {

namespace {

constexpr std::size_t deepest = 16;
constexpr std::size_t largest_front_matter = 64'000;

// Builds the tree from events. What is refused is reported where it stands and left out, so that
// no alias is ever followed and no depth ever reached.
class TreeBuilder : public YAML::EventHandler {
 public:
  TreeBuilder(const YamlStretch& yaml, Diagnostics& out) : yaml_(yaml), out_(out) {}

  void OnDocumentStart(const YAML::Mark& /*mark*/) override {}
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    refuse_anchor(mark, anchor);
    YamlNode node;
    node.span = span_at(mark, 0);
    add(std::move(node));
  }

  void OnAlias(const YAML::Mark& mark, YAML::anchor_t /*anchor*/) override {
    refuse_anchor(mark, 1);
    YamlNode node;
    node.span = span_at(mark, 1);
    add(std::move(node));
  }

  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    refuse_anchor(mark, anchor);
    refuse_tag(mark, tag);
    YamlNode node;
    node.form = YamlNode::Form::scalar;
    node.text = value;
    const std::size_t at = offset_of(mark);
    node.span = span_at(mark, scalar_end(yaml_, at) - at);
    if (tag != "!") node.uncut = uncut(node.span);
    check_quotes(node, tag == "!");
    add(std::move(node));
  }

  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value /*style*/) override {
    open(YamlNode::Form::list, mark, tag, anchor);
  }
  void OnSequenceEnd() override { close(); }

  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value /*style*/) override {
    open(YamlNode::Form::map, mark, tag, anchor);
  }
  void OnMapEnd() override { close(); }

  YamlNode take() { return std::move(root_); }

  /// A quote that swallows lines breaks the syntax after it, too.
  [[nodiscard]] bool quote_reported() const { return quote_reported_; }

 private:
  struct Level {
    YamlNode node;
    std::optional<YamlNode> key;
  };

  [[nodiscard]] std::size_t offset_of(const YAML::Mark& mark) const {
    return std::min(yaml_.begin + static_cast<std::size_t>(std::max(mark.pos, 0)), yaml_.end);
  }

  [[nodiscard]] Span span_at(const YAML::Mark& mark, std::size_t length) const {
    return {yaml_.file, static_cast<std::uint32_t>(offset_of(mark)),
            static_cast<std::uint32_t>(length)};
  }

  void refuse_anchor(const YAML::Mark& mark, YAML::anchor_t anchor) {
    const std::size_t at = offset_of(mark);
    if (anchor != 0) {
      out_.add(Rule::yaml_anchor,
               span_at(mark, std::max<std::size_t>(1, scalar_end(yaml_, at) - at)));
    }
  }

  void refuse_tag(const YAML::Mark& mark, const std::string& tag) {
    if (tag.empty() || tag == "?" || tag == "!") return;
    const std::size_t at = offset_of(mark);
    const std::string_view written =
        yaml_.text.substr(at, yaml_.text.find_first_of(" \n", at) - at);
    out_.add(Rule::yaml_tag, span_at(mark, written.size()), {written});
  }

  // The whole line of a field whose value stands on it.
  [[nodiscard]] Span line_of(Span key, Span value) const {
    const std::size_t begin = line_begin(yaml_, key.offset);
    const std::size_t end = line_end(yaml_, value.offset + value.length);
    return span_of(yaml_, begin, std::min(end + 1, yaml_.end));
  }

  // « Lot #2 » is « Lot » to YAML; « Lot # à revoir » has a comment.
  [[nodiscard]] std::string_view uncut(Span span) const {
    const std::size_t end = std::min(yaml_.text.find('\n', span.offset), yaml_.end);
    const std::size_t stop = span.offset + span.length;
    const std::string_view rest = trim(yaml_.text.substr(stop, end - std::min(stop, end)));
    if (rest.size() < 2 || rest[0] != '#' || rest[1] == ' ' || rest[1] == '#') return {};
    return trim(yaml_.text.substr(span.offset, end - span.offset));
  }

  void check_quotes(const YamlNode& node, bool quoted) {
    const std::size_t at = node.span.offset;
    if (at >= yaml_.end) return;
    const char first = yaml_.text[at];
    if (quoted && (first == '"' || first == '\'') && !quote_closes(yaml_, at)) {
      const std::size_t end = std::min(yaml_.text.find('\n', at), yaml_.end);
      out_.add(Rule::yaml_unclosed_quote,
               {yaml_.file, node.span.offset, static_cast<std::uint32_t>(end - at)});
      quote_reported_ = true;
    }
    const std::string_view text = node.text;
    const bool curly = (text.starts_with("“") && text.ends_with("”")) ||
                       (text.starts_with("„") && text.ends_with("“")) ||
                       (text.starts_with("‘") && text.ends_with("’"));
    if (curly && !quoted && text.size() >= 6) {
      out_.add(Rule::yaml_curly_quotes, node.span)
          .replace_with(in_quotes(text.substr(3, text.size() - 6)));
    }
  }

  void open(YamlNode::Form form, const YAML::Mark& mark, const std::string& tag,
            YAML::anchor_t anchor) {
    refuse_anchor(mark, anchor);
    refuse_tag(mark, tag);
    ++depth_;
    if (depth_ == deepest + 1) out_.add(Rule::yaml_too_deep, span_at(mark, 1), {deepest});
    if (depth_ > deepest) return;
    YamlNode node;
    node.form = form;
    const std::size_t at = offset_of(mark);
    const std::size_t line_end = std::min(yaml_.text.find('\n', at), yaml_.end);
    const std::string_view line = trim(yaml_.text.substr(at, line_end - at));
    node.span = span_at(mark, line.size());
    if (form == YamlNode::Form::map) node.text = line;
    levels_.push_back({std::move(node), std::nullopt});
  }

  void close() {
    --depth_;
    if (depth_ >= deepest) {
      if (depth_ == deepest) add(YamlNode{});
      return;
    }
    YamlNode node = std::move(levels_.back().node);
    levels_.pop_back();
    add(std::move(node));
  }

  void add(YamlNode node) {
    if (depth_ > deepest) return;
    if (levels_.empty()) {
      root_ = std::move(node);
      return;
    }
    Level& level = levels_.back();
    if (level.node.form == YamlNode::Form::list) {
      level.node.items.push_back(std::move(node));
    } else if (!level.key) {
      level.key = std::move(node);
    } else {
      add_entry(level, std::move(node));
    }
  }

  void add_entry(Level& level, YamlNode value) {
    YamlNode key = std::move(*level.key);
    level.key.reset();
    if (key.form != YamlNode::Form::scalar || key.text.empty()) {
      out_.add(Rule::yaml_key, key.span);
      return;
    }
    auto& entries = level.node.entries;
    const auto earlier = std::find_if(entries.begin(), entries.end(), [&](const auto& entry) {
      return entry.key.text == key.text;
    });
    if (earlier == entries.end()) {
      entries.push_back({std::move(key), std::move(value)});
      return;
    }
    Diagnostic& found = out_.add(Rule::yaml_duplicate_key, key.span, {key.text});
    found.notes.push_back({earlier->key.span, {"déjà écrit ici", "already written here"}});
    const bool same = value.form == YamlNode::Form::scalar && value.text == earlier->value.text &&
                      value.form == earlier->value.form;
    if (same) found.fix = {{line_of(key.span, value.span), ""}};
  }

  const YamlStretch& yaml_;
  Diagnostics& out_;
  YamlNode root_;
  std::vector<Level> levels_;
  std::size_t depth_ = 0;
  bool quote_reported_ = false;
};

// One attempt at a text whose lines are in order.
std::optional<YamlNode> parse(const YamlStretch& yaml, Diagnostics& out) {
  std::istringstream stream{std::string(yaml.text.substr(yaml.begin, yaml.end - yaml.begin))};
  TreeBuilder builder(yaml, out);
  try {
    YAML::Parser parser(stream);
    parser.HandleNextDocument(builder);
  } catch (const YAML::Exception& error) {
    const auto at = static_cast<std::size_t>(std::max(error.mark.pos, 0));
    if (!builder.quote_reported()) report_syntax_error(yaml, yaml.begin + at, out);
    return std::nullopt;
  }
  if (builder.quote_reported()) return std::nullopt;
  YamlNode root = builder.take();
  if (root.form == YamlNode::Form::null) {
    root.form = YamlNode::Form::map;
    root.span = {yaml.file, static_cast<std::uint32_t>(yaml.begin), 0};
  }
  if (root.form != YamlNode::Form::map) {
    out.add(Rule::yaml_syntax, root.span);
    return std::nullopt;
  }
  return root;
}

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
  auto root = parse(stretch(), of_tree);
  for (const Diagnostic& diagnostic : of_tree.all()) out.add(patched.translate(diagnostic));
  if (!root) return std::nullopt;
  translate(*root, patched);
  return root;
}

}  // namespace

std::optional<YamlNode> parse_yaml(FileId file, std::string_view text, std::size_t begin,
                                   std::size_t end, Diagnostics& out) {
  if (end - begin > largest_front_matter) {
    out.add(Rule::front_matter_too_large, {file, static_cast<std::uint32_t>(begin), 0});
    return std::nullopt;
  }
  const YamlStretch yaml{file, text, begin, end};
  Diagnostics found;
  check_lines(yaml, found);
  return found.all().empty() ? parse(yaml, out) : parse_mended(yaml, out);
}

}  // namespace pes
