#include "records/markdown_html.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "records/markdown_cost.h"
#include "text/html_pieces.h"
#include "text/utf8.h"

namespace pes {

namespace {

constexpr std::size_t longest_excerpt = 60;

bool is_break(cmark_node* node) {
  const cmark_node_type type = cmark_node_get_type(node);
  return type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK;
}

HtmlPiece piece_of(cmark_node* node) { return html_piece_at(cmark_node_get_literal(node), 0); }

class HtmlRemoval {
 public:
  HtmlRemoval(cmark_node* root, const std::function<Span(cmark_node*, std::size_t)>& place,
              Diagnostics& out)
      : root_(root), place_(place), out_(out) {}

  void run() {
    for (cmark_node* node : collect()) visit(node);
    report_tags();
    for (cmark_node* node : unwanted_) cmark_node_free(node);
  }

 private:
  std::vector<cmark_node*> collect() {
    std::vector<cmark_node*> nodes;
    cmark_iter* iterator = cmark_iter_new(root_);
    for (cmark_event_type event = cmark_iter_next(iterator); event != CMARK_EVENT_DONE;
         event = cmark_iter_next(iterator)) {
      if (event == CMARK_EVENT_ENTER) nodes.push_back(cmark_iter_get_node(iterator));
    }
    cmark_iter_free(iterator);
    return nodes;
  }

  void visit(cmark_node* node) {
    const cmark_node_type type = cmark_node_get_type(node);
    if (type <= CMARK_NODE_LAST_BLOCK) report_tags();
    if (type == CMARK_NODE_HTML_BLOCK) {
      replace_block(node);
    } else if (in_code_ != nullptr) {
      leave_out_code(node);
    } else if (type == CMARK_NODE_HTML_INLINE) {
      take_out(node);
    } else if (type > CMARK_NODE_LAST_BLOCK) {
      part_words(node);
      const bool words = type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE;
      if (words && first_tag_ != nullptr)
        words_since_tag_ += count_words(cmark_node_get_literal(node));
    }
  }

  // The paragraphs that a block of HTML would be without its tags.
  void replace_block(cmark_node* node) {
    const HtmlText text = text_of_html(cmark_node_get_literal(node));
    const Span span = place_(node, 0);
    unwanted_.push_back(node);
    report_lost(node, text.lost);
    if (text.tags) report(node, count_words(text.markdown));
    Diagnostics cost;
    if (!is_affordable(span.file, text.markdown, 0, cost)) {
      Diagnostic found = cost.all().front();
      found.span = span;
      out_.add(std::move(found));
      return;
    }
    cmark_node* document =
        cmark_parse_document(text.markdown.data(), text.markdown.size(), CMARK_OPT_VALIDATE_UTF8);
    mark(document, span.offset);
    while (cmark_node* child = cmark_node_first_child(document)) {
      cmark_node_insert_before(node, child);
    }
    cmark_node_free(document);
  }

  static void mark(cmark_node* document, std::size_t offset) {
    cmark_iter* iterator = cmark_iter_new(document);
    while (cmark_iter_next(iterator) != CMARK_EVENT_DONE) {
      cmark_node_set_user_data(cmark_iter_get_node(iterator),
                               reinterpret_cast<void*>(offset + 1));  // NOLINT: a number
    }
    cmark_iter_free(iterator);
  }

  void take_out(cmark_node* node) {
    const HtmlPiece piece = piece_of(node);
    unwanted_.push_back(node);
    report_lost(node, lost_words(piece));
    if (piece.form == HtmlPiece::Form::comment) return;
    note_tag(node);
    if (piece.form != HtmlPiece::Form::tag) {
      // cmark takes the opening tag for a piece, and what it holds for text.
      if (piece.name.empty() || !has_end(node, piece.name)) return;
      in_code_ = node;
      code_name_ = piece.name;
    } else if (place_of_tag(piece.name) != HtmlPlace::within) {
      parting_ = after_words_;
    }
  }

  static bool closes(cmark_node* node, const std::string& name) {
    if (cmark_node_get_type(node) != CMARK_NODE_HTML_INLINE) return false;
    const HtmlPiece piece = piece_of(node);
    return piece.name == name && piece.written.starts_with("</");
  }

  // Looked for once in each parent, since everything behind it would be looked at again.
  bool has_end(cmark_node* node, const std::string& name) {
    const auto place_and_name = std::make_pair(cmark_node_parent(node), name);
    if (endless_.contains(place_and_name)) return false;
    for (node = cmark_node_next(node); node != nullptr; node = cmark_node_next(node)) {
      if (closes(node, name)) return true;
    }
    endless_.insert(place_and_name);
    return false;
  }

  // Up to the closing tag, which stands beside the opening one.
  void leave_out_code(cmark_node* node) {
    const bool beside = cmark_node_parent(node) == cmark_node_parent(in_code_);
    if (beside) unwanted_.push_back(node);
    if (beside && closes(node, code_name_)) in_code_ = nullptr;
  }

  // A line break goes between words only, and one stands for several tags in a row.
  void part_words(cmark_node* node) {
    if (is_break(node)) {
      if (parting_) {
        cmark_node_unlink(node);
        unwanted_.push_back(node);
      }
      after_words_ = after_words_ && parting_;
      return;
    }
    if (parting_) cmark_node_insert_before(node, cmark_node_new(CMARK_NODE_LINEBREAK));
    parting_ = false;
    after_words_ = true;
  }

  void note_tag(cmark_node* node) {
    if (first_tag_ == nullptr) {
      first_tag_ = node;
    } else {
      words_between_tags_ += words_since_tag_;
    }
    words_since_tag_ = 0;
  }

  // Of the paragraph that ends.
  void report_tags() {
    if (first_tag_ != nullptr) report(first_tag_, words_between_tags_);
    first_tag_ = nullptr;
    words_between_tags_ = words_since_tag_ = 0;
    in_code_ = nullptr;
    parting_ = after_words_ = false;
  }

  void report(cmark_node* node, std::size_t words) {
    out_.add(Rule::raw_html, span_of(node), {words});
  }

  void report_lost(cmark_node* node, std::string_view words) {
    if (words.empty()) return;
    std::string line(words);
    std::replace(line.begin(), line.end(), '\n', ' ');
    out_.add(Rule::lost_words, span_of(node), {cut_at_word(line, longest_excerpt)});
  }

  [[nodiscard]] Span span_of(cmark_node* node) const {
    const std::string_view literal = cmark_node_get_literal(node);
    return place_(node, std::min(literal.find('\n'), literal.size()));
  }

  cmark_node* root_;
  const std::function<Span(cmark_node*, std::size_t)>& place_;
  Diagnostics& out_;
  std::vector<cmark_node*> unwanted_;
  cmark_node* first_tag_ = nullptr;     // of the paragraph
  std::size_t words_between_tags_ = 0;  // of its first and its last
  std::size_t words_since_tag_ = 0;
  cmark_node* in_code_ = nullptr;  // the opening tag of a script in a line
  std::string code_name_;
  std::set<std::pair<cmark_node*, std::string>> endless_;
  bool after_words_ = false;  // words stand before, on the same line
  bool parting_ = false;      // a tag stands between them and what comes
};

}  // namespace

void take_out_html(cmark_node* root, const std::function<Span(cmark_node*, std::size_t)>& place,
                   Diagnostics& out) {
  HtmlRemoval(root, place, out).run();
}

std::size_t place_from_html(cmark_node* node) {
  return reinterpret_cast<std::size_t>(cmark_node_get_user_data(node));  // NOLINT: a number
}

}  // namespace pes
