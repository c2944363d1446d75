#include "records/yaml_tree.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <sstream>

#include "records/yaml_coverage.h"
#include "records/yaml_mistakes.h"
#include "text/utf8.h"

namespace pes {

namespace {

constexpr std::size_t deepest = 16;
constexpr std::size_t escape_length = 2;

// Builds the tree from events. What is refused is reported where it stands and left out, so that
// no alias is ever followed and no depth ever reached.
class TreeBuilder : public YAML::EventHandler {
 public:
  TreeBuilder(const YamlStretch& yaml, Diagnostics& out)
      : yaml_(yaml), out_(out), found_before_(out.all().size()), coverage_(yaml) {}

  // yaml-cpp takes what does not go on with the fields for the beginning of another document.
  void OnDocumentStart(const YAML::Mark& mark) override {
    if (started_) throw YAML::ParserException(mark, "");
    started_ = true;
  }
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    refuse_anchor(mark, anchor);
    const std::size_t at = offset_of(mark);
    const bool in_brackets =
        flow_depth_ > 0 && !levels_.empty() && levels_.back().node.form == YamlNode::Form::list;
    if (in_brackets && yaml_.text[at] == ',') {
      out_.add(Rule::yaml_empty_item, span_at(mark, 1));
      return;
    }
    if (levels_.empty() && at < yaml_.end) report_syntax_error(yaml_, at, out_);
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
    coverage_.take(at, value, unread_);
    check_column(mark);
    check_place(mark, tag == "!");
    node.span = span_at(mark, scalar_end(yaml_, at, flow_depth_ > 0) - at);
    node.whole = is_whole(node, tag == "!");
    if (tag != "!" && flow_depth_ == 0 && node.whole) node.uncut = uncut(node.span);
    check_quotes(node, tag == "!");
    add(std::move(node));
  }

  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value style) override {
    open(YamlNode::Form::list, mark, tag, anchor, style);
  }
  void OnSequenceEnd() override { close(); }

  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value style) override {
    open(YamlNode::Form::map, mark, tag, anchor, style);
  }
  void OnMapEnd() override { close(); }

  YamlNode take() { return std::move(root_); }

  /// What nobody has read, if nothing else is wrong, since that may explain it.
  void finish() {
    coverage_.finish(unread_);
    if (out_.all().size() == found_before_) out_.append(std::move(unread_));
  }

  /// A quote that swallows lines breaks the syntax after it, too.
  [[nodiscard]] bool quote_reported() const { return quote_reported_; }

 private:
  struct Level {
    YamlNode node;
    std::optional<YamlNode> key;
    int column;  // 0 is the first
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
      out_.add(
          Rule::yaml_anchor,
          span_at(mark, std::max<std::size_t>(1, scalar_end(yaml_, at, flow_depth_ > 0) - at)));
    }
  }

  // What goes on with brackets stands to the right of the field that they belong to.
  void check_column(const YAML::Mark& mark) {
    if (flow_depth_ == 0 || mark.line == flow_start_.line || mark.column > flow_edge_) return;
    const std::size_t at = offset_of(mark);
    if (!is_first_in_line(at)) return;
    const auto missing = static_cast<std::size_t>(flow_edge_ + 2 - mark.column);
    out_.add(Rule::yaml_bracket_lines, span_of(yaml_, at, line_end(yaml_, at)),
             {yaml_.text.substr(offset_of(flow_start_), 1)})
        .fix = {{span_of(yaml_, at, at), std::string(missing, ' ')}};
  }

  [[nodiscard]] bool is_first_in_line(std::size_t at) const {
    const std::size_t begin = line_begin(yaml_, at);
    return trim(yaml_.text.substr(begin, at - begin)).empty();
  }

  // A value stands behind its key, or to the right below it; the sign of a text block behind it.
  void check_place(const YAML::Mark& mark, bool quoted) {
    if (flow_depth_ > 0 || levels_.empty() || !levels_.back().key) return;
    const std::size_t at = offset_of(mark);
    const bool text_block = quoted && (yaml_.text[at] == '|' || yaml_.text[at] == '>');
    if (mark.column <= levels_.back().column || (text_block && is_first_in_line(at))) {
      report_syntax_error(yaml_, at, out_);
    }
  }

  void refuse_tag(const YAML::Mark& mark, const std::string& tag) {
    if (tag.empty() || tag == "?" || tag == "!") return;
    const std::size_t at = offset_of(mark);
    const std::string_view written =
        yaml_.text.substr(at, yaml_.text.find_first_of(" \n", at) - at);
    out_.add(Rule::yaml_tag, span_at(mark, written.size()), {written});
  }

  // True if the span of a scalar is all of it, and not the first of several lines.
  [[nodiscard]] bool is_whole(const YamlNode& node, bool quoted) const {
    const std::string_view written = yaml_.text.substr(node.span.offset, node.span.length);
    if (!quoted) return written == node.text;
    const bool in_quotes = written.starts_with('"') || written.starts_with('\'');
    return in_quotes && written.find('\n') == written.npos;
  }

  // The line of a field that stands on it alone, with its value; nothing where it does not.
  [[nodiscard]] std::optional<Span> line_of(const YamlNode& key, const YamlNode& value) const {
    const std::size_t begin = line_begin(yaml_, key.span.offset);
    const std::size_t end = line_end(yaml_, key.span.offset);
    const auto line = take_apart(yaml_, begin);
    const bool alone = line && flow_depth_ == 0 && value.whole && line->item == key.span.offset &&
                       line->end == end && line->value == value.span.offset &&
                       line->end == value.span.offset + value.span.length;
    if (!alone) return std::nullopt;
    const std::size_t next = std::min(end + 1, yaml_.end);
    const std::size_t after = yaml_.text.find_first_not_of(" \n", next);
    const bool goes_on = after < yaml_.end && after - line_begin(yaml_, after) > line->indent();
    if (goes_on) return std::nullopt;
    return span_of(yaml_, begin, next);
  }

  // « Lot #2 » is « Lot » to YAML; « Lot # à revoir » has a comment.
  [[nodiscard]] std::string_view uncut(Span span) const {
    const std::size_t end = std::min(yaml_.text.find('\n', span.offset), yaml_.end);
    const std::size_t stop = span.offset + span.length;
    const std::string_view rest = trim(yaml_.text.substr(stop, end - std::min(stop, end)));
    if (rest.size() < 2 || rest[0] != '#' || rest[1] == ' ' || rest[1] == '#') return {};
    const std::string_view whole = yaml_.text.substr(span.offset, end - span.offset);
    return trim(whole.substr(0, whole.find(" # ")));
  }

  void check_quotes(const YamlNode& node, bool quoted) {
    const std::size_t at = node.span.offset;
    if (at >= yaml_.end) return;
    const char first = yaml_.text[at];
    if (first == '"') check_escapes(at);
    if (quoted && (first == '"' || first == '\'') && !quote_closes(yaml_, at)) {
      const std::size_t end = std::min(yaml_.text.find('\n', at), yaml_.end);
      out_.add(Rule::yaml_unclosed_quote,
               {yaml_.file, node.span.offset, static_cast<std::uint32_t>(end - at)});
      quote_reported_ = true;
    }
    std::string_view text = node.whole ? std::string_view(node.text) : std::string_view();
    // Two quoted words are a text with quotes in it, not a quoted text.
    const std::string_view inside = text.size() > 6 ? text.substr(3, text.size() - 6) : "";
    if (inside.find("“") != inside.npos || inside.find("”") != inside.npos) text = {};
    const bool curly = (text.starts_with("“") && text.ends_with("”")) ||
                       (text.starts_with("„") && text.ends_with("“")) ||
                       (text.starts_with("‘") && text.ends_with("’"));
    if (curly && !quoted && text.size() >= 6) {
      out_.add(Rule::yaml_curly_quotes, node.span)
          .replace_with(in_quotes(text.substr(3, text.size() - 6)));
    }
  }

  // yaml-cpp takes « \' » for « ' », which no other reader does.
  void check_escapes(std::size_t quote) {
    const std::size_t close = std::min(closing_quote(yaml_, quote), yaml_.end);
    for (std::size_t at = quote + 1; at < close; ++at) {
      if (yaml_.text[at] != '\\') continue;
      ++at;
      if (yaml_.text[at] == '\'') report_escape(yaml_, at - 1, out_);
    }
  }

  void open(YamlNode::Form form, const YAML::Mark& mark, const std::string& tag,
            YAML::anchor_t anchor, YAML::EmitterStyle::value style) {
    refuse_anchor(mark, anchor);
    refuse_tag(mark, tag);
    ++depth_;
    check_column(mark);
    if (flow_depth_ == 0 && style == YAML::EmitterStyle::Flow) {
      check_place(mark, false);
      flow_start_ = mark;
      flow_edge_ = levels_.empty() ? -1 : levels_.back().column;
    }
    if (flow_depth_ > 0 || style == YAML::EmitterStyle::Flow) ++flow_depth_;
    if (depth_ == deepest + 1) out_.add(Rule::yaml_too_deep, span_at(mark, 1), {deepest});
    if (depth_ > deepest) return;
    YamlNode node;
    node.form = form;
    const std::size_t at = offset_of(mark);
    const std::size_t line_end = std::min(yaml_.text.find('\n', at), yaml_.end);
    const std::string_view line = trim(yaml_.text.substr(at, line_end - at));
    node.span = span_at(mark, line.size());
    if (form == YamlNode::Form::map && flow_depth_ == 0) node.text = line;
    levels_.push_back({std::move(node), std::nullopt, mark.column});
  }

  void close() {
    --depth_;
    if (flow_depth_ > 0) --flow_depth_;
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

  [[nodiscard]] bool has_colon(const YamlNode& key) const {
    const std::size_t end = key.span.offset + key.span.length;
    const std::size_t colon = yaml_.text.find_first_not_of(" \t", end);
    return colon < yaml_.end && yaml_.text[colon] == ':';
  }

  void add_entry(Level& level, YamlNode value) {
    YamlNode key = std::move(*level.key);
    level.key.reset();
    if (key.form != YamlNode::Form::scalar || key.text.empty()) {
      out_.add(Rule::yaml_key, key.span);
      return;
    }
    if (!has_colon(key)) {
      out_.add(Rule::yaml_missing_colon, key.span, {key.text});
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
    const auto line = line_of(key, value);
    if (same && line) found.fix = {{*line, ""}};
  }

  const YamlStretch& yaml_;
  Diagnostics& out_;
  std::size_t found_before_;
  YamlNode root_;
  std::vector<Level> levels_;
  std::size_t depth_ = 0;
  std::size_t flow_depth_ = 0;  // levels since the first bracket
  YAML::Mark flow_start_;
  int flow_edge_ = 0;  // column of the field that the brackets belong to
  bool started_ = false;
  bool quote_reported_ = false;
  YamlCoverage coverage_;
  Diagnostics unread_;
};

}  // namespace

std::optional<YamlNode> read_tree(const YamlStretch& yaml, Diagnostics& out) {
  std::istringstream stream{std::string(yaml.text.substr(yaml.begin, yaml.end - yaml.begin))};
  TreeBuilder builder(yaml, out);
  try {
    YAML::Parser parser(stream);
    while (parser.HandleNextDocument(builder)) continue;
  } catch (const YAML::Exception& error) {
    const std::size_t at = yaml.begin + static_cast<std::size_t>(std::max(error.mark.pos, 0));
    const bool escape = error.msg.starts_with(YAML::ErrorMsg::INVALID_ESCAPE) &&
                        report_escape(yaml, at - escape_length, out);
    if (!escape && !builder.quote_reported()) report_syntax_error(yaml, at, out);
    return std::nullopt;
  }
  builder.finish();
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

}  // namespace pes
