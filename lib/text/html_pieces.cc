#include "text/html_pieces.h"

#include <algorithm>
#include <array>

#include "text/utf8.h"

namespace pes {

namespace {

using Form = HtmlPiece::Form;

constexpr std::size_t none = std::string_view::npos;
constexpr std::string_view blank = " \t\n";
constexpr std::string_view line_break = "  \n";  // in Markdown

constexpr auto within_lines = std::to_array<std::string_view>(
    {"a",      "abbr", "acronym", "b",    "bdi",  "bdo", "big",  "button", "cite", "code",
     "data",   "del",  "dfn",     "em",   "font", "i",   "img",  "input",  "ins",  "kbd",
     "label",  "mark", "meter",   "nobr", "q",    "s",   "samp", "small",  "span", "strike",
     "strong", "sub",  "sup",     "time", "tt",   "u",   "var",  "wbr"});

// What readers see or hear of a tag itself.
constexpr auto shown_attributes = std::to_array<std::string_view>(
    {"alt", "aria-label", "label", "placeholder", "srcdoc", "title", "value"});

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool is_blank(char c) { return blank.find(c) != none; }

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

std::string lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), [](char c) { return lower(c); });
  return out;
}

// A word has a letter; numbers alone place and measure.
bool has_letter(std::string_view text) {
  return std::any_of(text.begin(), text.end(),
                     [](char c) { return is_letter(c) || static_cast<unsigned char>(c) >= 0x80; });
}

HtmlPiece up_to(std::string_view html, std::size_t at, std::size_t end, Form form) {
  HtmlPiece piece;
  piece.form = form;
  piece.closed = end != none;
  piece.written = html.substr(at, end - at);
  return piece;
}

// « https://… » and « nom@exemple.org » between « < » and « > » are links.
bool is_address(std::string_view html, std::size_t at) {
  const std::string_view inside =
      html.substr(at + 1, html.find_first_of("> \t\n<", at + 1) - at - 1);
  return inside.find("://") != none || (inside.find('@') != none && inside.find('=') == none);
}

// What an unclosed comment or script holds behind its opening.
std::string_view inside(const HtmlPiece& piece) {
  const std::string_view open = piece.form == Form::comment       ? "<!--"
                                : piece.written.starts_with("<?") ? "<?"
                                                                  : ">";
  const std::size_t found = piece.written.find(open);
  return found == none ? std::string_view() : piece.written.substr(found + open.size());
}

// Lines begin without spaces, which would make code of them, and no « < » is left.
void append_text(std::string_view text, std::string& markdown) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool begins = markdown.empty() || markdown.back() == '\n';
    const bool broken = begins && markdown.ends_with(line_break) && text[i] == '\n';
    if (broken || (begins && (text[i] == ' ' || text[i] == '\t'))) continue;
    if (text[i] == '<' && !is_address(text, i)) {
      markdown += "&lt;";
    } else {
      markdown += text[i];
    }
  }
}

// What a tag leaves in its place.
void append_parting(std::string_view name, std::string& markdown) {
  const bool cell = name == "td" || name == "th";
  const HtmlPlace place = place_of_tag(name);
  if (place == HtmlPlace::within || markdown.empty()) return;
  markdown += cell ? " " : place == HtmlPlace::line_break ? line_break : "\n\n";
}

// What stands from `at` to behind `close`.
HtmlPiece until(std::string_view html, std::size_t at, std::size_t from, std::string_view close,
                Form form) {
  const std::size_t found = html.find(close, from);
  return up_to(html, at, found == none ? none : found + close.size(), form);
}

// Reads the attributes of a tag, up to its « > ».
class TagReader {
 public:
  TagReader(std::string_view html, std::size_t at) : html_(html), at_(at) {}

  // Behind the tag, or none if it does not end.
  std::size_t read(HtmlPiece& piece) {
    while (true) {
      skip([](char c) { return is_blank(c) || c == '/'; });
      if (at_ >= html_.size()) return none;
      if (html_[at_] == '>') return at_ + 1;
      const std::string name =
          lower(take([](char c) { return !is_blank(c) && c != '=' && c != '>' && c != '/'; }));
      const std::string_view value = read_value();
      const bool shown = std::find(shown_attributes.begin(), shown_attributes.end(), name) !=
                         shown_attributes.end();
      if (shown && has_letter(value))
        piece.words += (piece.words.empty() ? "" : " ") + std::string(value);
      if (name.empty() && at_ < html_.size() && html_[at_] == '=') ++at_;
    }
  }

 private:
  template <typename Is>
  void skip(Is is) {
    while (at_ < html_.size() && is(html_[at_])) ++at_;
  }

  template <typename Is>
  std::string_view take(Is is) {
    const std::size_t begin = at_;
    skip(is);
    return html_.substr(begin, at_ - begin);
  }

  std::string_view read_value() {
    const std::size_t behind_name = at_;
    skip(is_blank);
    if (at_ >= html_.size() || html_[at_] != '=') {
      at_ = behind_name;
      return {};
    }
    ++at_;
    skip(is_blank);
    const char quote = at_ < html_.size() ? html_[at_] : ' ';
    if (quote != '"' && quote != '\'') return take([](char c) { return !is_blank(c) && c != '>'; });
    const std::size_t close = std::min(html_.find(quote, at_ + 1), html_.size());
    const std::string_view value = html_.substr(at_ + 1, close - at_ - 1);
    at_ = std::min(close + 1, html_.size());
    return value;
  }

  std::string_view html_;
  std::size_t at_;
};

std::size_t find_closing_tag(std::string_view html, std::size_t from, std::string_view name) {
  for (std::size_t at = html.find("</", from); at != none; at = html.find("</", at + 2)) {
    if (lower(html.substr(at + 2, name.size())) != name) continue;
    const std::size_t close = html.find('>', at);
    return close == none ? none : close + 1;
  }
  return none;
}

HtmlPiece tag_at(std::string_view html, std::size_t at) {
  const bool closing = html.substr(at).starts_with("</");
  const std::size_t begin = at + (closing ? 2 : 1);
  std::size_t end = begin;
  while (end < html.size() && !is_blank(html[end]) && html[end] != '/' && html[end] != '>') ++end;
  HtmlPiece piece;
  std::size_t behind = TagReader(html, end).read(piece);
  if (behind == none) behind = html.find('>', end) + 1;  // a quote that nothing closes
  if (behind == none + 1) return up_to(html, at, html.size(), Form::text);
  piece.form = Form::tag;
  piece.name = lower(html.substr(begin, end - begin));
  piece.written = html.substr(at, behind - at);
  if (closing || (piece.name != "script" && piece.name != "style")) return piece;
  HtmlPiece code = up_to(html, at, find_closing_tag(html, behind, piece.name), Form::code);
  code.name = piece.name;
  return code;
}

// « <![CDATA[…]]> » is a comment in HTML, but a text to whoever writes it.
HtmlPiece raw_text(std::string_view html, std::size_t at) {
  constexpr std::string_view open = "<![CDATA[";
  constexpr std::string_view close = "]]>";
  HtmlPiece piece = until(html, at, at, close, Form::tag);
  piece.words = piece.written.substr(open.size());
  if (piece.closed) piece.words.resize(piece.words.size() - close.size());
  return piece;
}

bool opens_tag(std::string_view html, std::size_t at) {
  const std::size_t letter = at + (html.substr(at).starts_with("</") ? 2 : 1);
  return letter < html.size() && is_letter(html[letter]) && !is_address(html, at);
}

}  // namespace

HtmlPiece html_piece_at(std::string_view html, std::size_t at) {
  const std::string_view rest = html.substr(at);
  constexpr std::string_view comment = "<!--";
  if (rest.starts_with(comment)) {
    // « <!--> » is one, too.
    return until(html, at, at + comment.size() - 2, "-->", Form::comment);
  }
  if (rest.starts_with("<![CDATA[")) return raw_text(html, at);
  if (rest.starts_with("<?")) return until(html, at, at, "?>", Form::code);
  if (rest.starts_with("<!")) {
    const bool ends = rest.find('>') != none;
    return ends ? until(html, at, at, ">", Form::tag) : up_to(html, at, html.size(), Form::text);
  }
  if (rest.front() == '<' && opens_tag(html, at)) return tag_at(html, at);
  const std::size_t next = html.find('<', at + 1);
  return up_to(html, at, std::min(next, html.size()), Form::text);
}

HtmlPlace place_of_tag(std::string_view name) {
  if (name == "br") return HtmlPlace::line_break;
  const bool within =
      std::find(within_lines.begin(), within_lines.end(), name) != within_lines.end();
  return within ? HtmlPlace::within : HtmlPlace::apart;
}

HtmlText text_of_html(std::string_view html) {
  HtmlText text;
  for (std::size_t at = 0; at < html.size();) {
    const HtmlPiece piece = html_piece_at(html, at);
    at += piece.written.size();
    if (piece.form == Form::text) {
      append_text(piece.written, text.markdown);
      continue;
    }
    text.tags = text.tags || piece.form != Form::comment;
    if (const std::string_view lost = lost_words(piece); !lost.empty()) {
      text.lost += (text.lost.empty() ? "" : " ") + std::string(lost);
    }
    if (piece.form == Form::tag) append_parting(piece.name, text.markdown);
  }
  return text;
}

std::string_view lost_words(const HtmlPiece& piece) {
  if (piece.form == Form::tag) return piece.words;
  return piece.closed || !has_letter(inside(piece)) ? std::string_view() : trim(inside(piece));
}

std::size_t count_words(std::string_view text) {
  std::size_t words = 0;
  bool in_word = false;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_character(text, at);
    if (is_space(c) || c == U'\n' || c == U'\t') {
      in_word = false;
    } else if (!in_word && is_letter_or_digit(c)) {
      in_word = true;
      ++words;
    }
  }
  return words;
}

}  // namespace pes
