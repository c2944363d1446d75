#include "records/markdown.h"

#include <cmark.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <utility>

#include "records/markdown_characters.h"
#include "records/markdown_cost.h"
#include "records/markdown_html.h"
#include "records/markdown_typography.h"
#include "text/language_code.h"
#include "text/slug.h"
#include "text/utf8.h"

namespace pes {

namespace {

constexpr std::array safe_schemes = {std::string_view("http"), std::string_view("https"),
                                     std::string_view("mailto"), std::string_view("tel")};

struct NodeDeleter {
  void operator()(cmark_node* node) const { cmark_node_free(node); }
};
using Document = std::unique_ptr<cmark_node, NodeDeleter>;

// Words in another language: `{{langue en open source}}`.
struct ForeignWords {
  std::string_view language;
  std::string_view words;
};

std::optional<ForeignWords> read_foreign_words(std::string_view inside) {
  constexpr std::string_view word = "langue ";
  inside = trim(inside);
  if (!inside.starts_with(word)) return std::nullopt;
  inside = trim(inside.substr(word.size()));
  const std::string_view language = inside.substr(0, inside.find(' '));
  const std::string_view words = trim(inside.substr(language.size()));
  if (words.empty() || !is_language_code(language)) return std::nullopt;
  return ForeignWords{language, words};
}

class Converter {
 public:
  Converter(FileId file, std::string_view text, std::size_t begin, const MarkdownHooks& hooks,
            Diagnostics& out)
      : file_(file), text_(text), begin_(begin), hooks_(hooks), out_(out) {
    const std::string_view body = text.substr(begin);
    root_.reset(cmark_parse_document(body.data(), body.size(), CMARK_OPT_VALIDATE_UTF8));
    for (std::size_t at = 0; at < body.size();
         at = std::min(body.find('\n', at), body.size()) + 1) {
      line_starts_.push_back(begin + at);
    }
  }

  Body convert() {
    const auto at = [&](cmark_node* node, std::size_t length) {
      return span_at(offset_of(node), length);
    };
    if (text_.find('<', begin_) != text_.npos) take_out_html(root_.get(), at, out_);
    std::vector<cmark_node*> nodes = collect();
    if (has_too_many_elements(nodes)) return {};
    if (report_bad_references(nodes, file_, text_, begin_, out_)) return {};
    int highest = 6;
    for (cmark_node* node : nodes) {
      if (cmark_node_get_type(node) == CMARK_NODE_HEADING) {
        highest = std::min(highest, cmark_node_get_heading_level(node));
      }
    }
    const int shift = 2 - highest;
    for (cmark_node* node : nodes) note_passage(node);
    for (cmark_node* node : nodes) expand_shortcuts(node);
    nodes = collect();
    for (cmark_node* node : nodes) visit(node, shift);
    for (cmark_node* link : picture_links_) drop_if_empty(link);
    for (cmark_node* node : unwanted_) cmark_node_free(node);
    body_.text = plain_text(root_.get());
    body_.text.shrink_to_fit();
    const auto place = [&](cmark_node* node, std::string_view word) {
      return destination_span(node, word);
    };
    set_typography(root_.get(), hooks_.typography, place, out_);
    body_.html = render();
    return std::move(body_);
  }

 private:
  std::vector<cmark_node*> collect() {
    std::vector<cmark_node*> nodes;
    cmark_iter* iterator = cmark_iter_new(root_.get());
    for (cmark_event_type event = cmark_iter_next(iterator); event != CMARK_EVENT_DONE;
         event = cmark_iter_next(iterator)) {
      if (event == CMARK_EVENT_ENTER) nodes.push_back(cmark_iter_get_node(iterator));
    }
    cmark_iter_free(iterator);
    return nodes;
  }

  // A page of more could not be checked before it is published.
  bool has_too_many_elements(const std::vector<cmark_node*>& nodes) {
    constexpr std::size_t most_elements = 10'000;
    std::size_t elements = 0;
    for (cmark_node* node : nodes) {
      const cmark_node_type type = cmark_node_get_type(node);
      const bool element = type != CMARK_NODE_TEXT && type != CMARK_NODE_SOFTBREAK;
      if (!element || ++elements <= most_elements) continue;
      out_.add(Rule::too_many_elements, line_span(node), {most_elements});
      return true;
    }
    return false;
  }

  void visit(cmark_node* node, int shift) {
    switch (cmark_node_get_type(node)) {
      case CMARK_NODE_HTML_BLOCK:
      case CMARK_NODE_HTML_INLINE:
        unwanted_.push_back(node);
        break;
      case CMARK_NODE_HEADING:
        give_id(node, std::min(6, cmark_node_get_heading_level(node) + shift));
        break;
      case CMARK_NODE_LINK:
        follow(node);
        break;
      case CMARK_NODE_IMAGE:
        replace_image(node);
        break;
      case CMARK_NODE_PARAGRAPH:
        if (body_.first_paragraph.empty()) body_.first_paragraph = plain_text(node);
        break;
      default:
        break;
    }
  }

  void note_passage(cmark_node* node) {
    const cmark_node_type type = cmark_node_get_type(node);
    if (type != CMARK_NODE_PARAGRAPH && type != CMARK_NODE_HEADING) return;
    std::string text = plain_text(node, Words::claimed);
    std::string context = last_heading_;
    if (cmark_node* lead = lead_of(node)) context += ". " + plain_text(lead, Words::claimed);
    if (type == CMARK_NODE_HEADING) last_heading_ = text;
    body_.passages.push_back({std::move(text), span_at(offset_of(node), 0), std::move(context)});
  }

  // The paragraph before the list that a paragraph stands in.
  static cmark_node* lead_of(cmark_node* paragraph) {
    cmark_node* item = cmark_node_parent(paragraph);
    if (item == nullptr || cmark_node_get_type(item) != CMARK_NODE_ITEM) return nullptr;
    cmark_node* lead = cmark_node_previous(cmark_node_parent(item));
    const bool text = lead != nullptr && cmark_node_get_type(lead) == CMARK_NODE_PARAGRAPH;
    return text ? lead : nullptr;
  }

  void expand_shortcuts(cmark_node* node) {
    if (cmark_node_get_type(node) != CMARK_NODE_TEXT) return;
    const std::string literal = cmark_node_get_literal(node);
    std::string out;
    std::size_t from = offset_of(node);
    std::size_t at = 0;
    for (std::size_t open = literal.find("{{"); open != std::string::npos;
         open = literal.find("{{", at)) {
      const std::size_t close = std::min(literal.find("}}", open), literal.size());
      const std::size_t end = std::min(close + 2, literal.size());
      const std::string whole = literal.substr(open, end - open);
      const std::string_view inside = std::string_view(literal).substr(open + 2, close - open - 2);
      const std::size_t found = std::min(text_.find(whole, from), text_.size());
      from = std::min(found + whole.size(), text_.size());
      out += literal.substr(at, open - at);
      at = end;
      if (const auto foreign = read_foreign_words(inside)) {
        insert_foreign_words(node, std::exchange(out, ""), *foreign);
        continue;
      }
      out += hooks_.shortcut(inside,
                             span_at(found < text_.size() ? found : offset_of(node), whole.size()));
    }
    if (at > 0) cmark_node_set_literal(node, (out + literal.substr(at)).c_str());
  }

  // The text before the words, then the words, both before `node`.
  static void insert_foreign_words(cmark_node* node, const std::string& before,
                                   const ForeignWords& foreign) {
    cmark_node* text = cmark_node_new(CMARK_NODE_TEXT);
    cmark_node_set_literal(text, before.c_str());
    cmark_node* words = cmark_node_new(CMARK_NODE_TEXT);
    cmark_node_set_literal(words, std::string(foreign.words).c_str());
    cmark_node* marked = cmark_node_new(CMARK_NODE_CUSTOM_INLINE);
    cmark_node_set_on_enter(marked, fmt::format("<span lang=\"{}\">", foreign.language).c_str());
    cmark_node_set_on_exit(marked, "</span>");
    cmark_node_append_child(marked, words);
    cmark_node_insert_before(node, text);
    cmark_node_insert_before(node, marked);
  }

  void give_id(cmark_node* heading, int level) {
    // Words, since a picture may be withheld.
    const std::string words = plain_text(heading);
    if (trim(words).empty()) out_.add(Rule::blank_heading, line_span(heading));
    if (level > previous_level_ + 1) {
      out_.add(Rule::skipped_heading, line_span(heading),
               {static_cast<std::size_t>(previous_level_), static_cast<std::size_t>(level)});
    }
    previous_level_ = level;
    const std::string id = unique_id(slugify(words));
    // cmark writes headings without attributes; a custom block carries its own tags.
    cmark_node* block = cmark_node_new(CMARK_NODE_CUSTOM_BLOCK);
    cmark_node_set_on_enter(block, fmt::format("<h{} id=\"{}\">", level, id).c_str());
    cmark_node_set_on_exit(block, fmt::format("</h{}>", level).c_str());
    while (cmark_node* child = cmark_node_first_child(heading)) {
      cmark_node_append_child(block, child);
    }
    cmark_node_replace(heading, block);
    unwanted_.push_back(heading);
    body_.anchors.push_back(id);
  }

  std::string unique_id(std::string id) {
    if (id.empty()) id = "partie";
    std::string candidate = id;
    int& number = last_number_[id];
    while (!ids_.insert(candidate).second) {
      number = std::max(number, 1) + 1;
      candidate = fmt::format("{}-{}", id, number);
    }
    return candidate;
  }

  void follow(cmark_node* node) {
    const std::string destination = cmark_node_get_url(node);
    const Span span = destination_span(node, destination);
    const std::size_t colon = destination.find(':');
    const std::size_t other = destination.find_first_of("/?#");
    LinkTarget target;
    const bool silent = trim(plain_text(node)).empty();
    if (silent && trim(plain_text(node, Words::claimed)).empty()) {
      out_.add(Rule::blank_link, span_at(offset_of(node), 1));
    }
    if (colon != std::string::npos && colon < other) {
      const std::string scheme = fold(std::string_view(destination).substr(0, colon));
      if (std::find(safe_schemes.begin(), safe_schemes.end(), scheme) == safe_schemes.end()) {
        out_.add(Rule::dangerous_link, span, {scheme + ":"});
        target.form = LinkTarget::Form::unwrap;
      }
    } else {
      target = hooks_.link(destination, span);
    }
    if (silent && target.form != LinkTarget::Form::unwrap) picture_links_.push_back(node);
    apply(node, target);
  }

  // A link around pictures goes with them where all are withheld.
  void drop_if_empty(cmark_node* link) {
    bool shows = false;
    cmark_iter* iterator = cmark_iter_new(link);
    while (!shows && cmark_iter_next(iterator) != CMARK_EVENT_DONE) {
      cmark_node* inner = cmark_iter_get_node(iterator);
      shows = cmark_node_get_type(inner) == CMARK_NODE_CUSTOM_INLINE &&
              *cmark_node_get_on_enter(inner) != '\0';
    }
    cmark_iter_free(iterator);
    if (shows) return;
    cmark_node_unlink(link);
    unwanted_.push_back(link);
  }

  void replace_image(cmark_node* node) {
    const std::string destination = cmark_node_get_url(node);
    const std::string html =
        hooks_.image({destination, plain_text(node), cmark_node_get_title(node),
                      destination_span(node, destination)});
    cmark_node* inlined = cmark_node_new(CMARK_NODE_CUSTOM_INLINE);
    cmark_node_set_on_enter(inlined, html.c_str());
    cmark_node_replace(node, inlined);
    unwanted_.push_back(node);
  }

  void apply(cmark_node* node, const LinkTarget& target) {
    if (target.form == LinkTarget::Form::rewrite) {
      cmark_node_set_url(node, target.address.c_str());
    } else if (target.form == LinkTarget::Form::unwrap) {
      while (cmark_node* child = cmark_node_first_child(node)) {
        cmark_node_insert_before(node, child);
      }
      cmark_node_unlink(node);
      unwanted_.push_back(node);
    }
  }

  // Which words of a passage count: those of a page, with its code, but not what stands for a
  // picture, which a consent may withhold; or those that may claim a figure.
  enum class Words { shown, claimed };

  // Walks with an iterator: emphasis may be nested a hundred thousand times.
  static std::string plain_text(cmark_node* node, Words words = Words::shown) {
    std::string out;
    cmark_iter* iterator = cmark_iter_new(node);
    while (cmark_iter_next(iterator) != CMARK_EVENT_DONE) {
      cmark_node* inner = cmark_iter_get_node(iterator);
      const cmark_node_type type = cmark_node_get_type(inner);
      const bool code = type == CMARK_NODE_CODE || type == CMARK_NODE_CODE_BLOCK;
      const bool block = type <= CMARK_NODE_LAST_BLOCK && inner != node;
      if (block && !out.empty() && out.back() != ' ') out += ' ';
      if (type == CMARK_NODE_IMAGE && inner != node && words == Words::shown) {
        cmark_iter_reset(iterator, inner, CMARK_EVENT_EXIT);
      } else if (type == CMARK_NODE_TEXT || (code && words == Words::shown)) {
        out += cmark_node_get_literal(inner);
      } else if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK) {
        out += ' ';
      }
    }
    cmark_iter_free(iterator);
    return out;
  }

  [[nodiscard]] std::size_t offset_of(cmark_node* node) const {
    if (const std::size_t place = place_from_html(node); place > 0) return place - 1;
    const int line = cmark_node_get_start_line(node);
    const int column = cmark_node_get_start_column(node);
    if (line < 1 || static_cast<std::size_t>(line) > line_starts_.size()) return begin_;
    const std::size_t start = line_starts_[static_cast<std::size_t>(line) - 1];
    return std::min(start + static_cast<std::size_t>(std::max(column, 1)) - 1, text_.size());
  }

  [[nodiscard]] Span span_at(std::size_t offset, std::size_t length) const {
    std::size_t end = std::min(offset + length, text_.size());
    while (offset < text_.size() && is_continuation(text_[offset])) --offset;
    while (end < text_.size() && is_continuation(text_[end])) ++end;
    return {file_, static_cast<std::uint32_t>(offset), static_cast<std::uint32_t>(end - offset)};
  }

  [[nodiscard]] Span line_span(cmark_node* node) const {
    const std::size_t at = offset_of(node);
    return span_at(at, std::min(text_.find('\n', at), text_.size()) - at);
  }

  // cmark places a node, not the word in it, and too far right where a quotation lacks its sign.
  [[nodiscard]] Span destination_span(cmark_node* node, std::string_view destination) const {
    const std::size_t from = offset_of(node);
    const std::size_t end = std::min(text_.find('\n', from), text_.size());
    std::size_t found = text_.find(destination, from);
    if (found >= end && from > begin_) {
      const std::size_t line = std::max(text_.rfind('\n', from - 1) + 1, begin_);
      found = std::min(found, text_.find(destination, line));
    }
    if (destination.empty() || found == std::string_view::npos) return span_at(from, 1);
    return span_at(found, destination.size());
  }

  std::string render() {
    const std::unique_ptr<char, void (*)(void*)> html(
        cmark_render_html(root_.get(), CMARK_OPT_DEFAULT),
        [](void* memory) { cmark_get_default_mem_allocator()->free(memory); });
    return html.get();
  }

  FileId file_;
  std::string_view text_;
  std::size_t begin_;
  const MarkdownHooks& hooks_;
  Diagnostics& out_;
  Document root_;
  std::vector<std::size_t> line_starts_;
  std::vector<cmark_node*> unwanted_;
  std::vector<cmark_node*> picture_links_;
  std::string last_heading_;
  int previous_level_ = 1;
  std::set<std::string> ids_;
  std::map<std::string, int> last_number_;
  Body body_;
};

}  // namespace

Body convert_markdown(FileId file, std::string_view text, std::size_t begin,
                      const MarkdownHooks& hooks, Diagnostics& out) {
  if (!is_affordable(file, text, begin, out)) return {};
  return Converter(file, text, begin, hooks, out).convert();
}

}  // namespace pes
