#include "inspect/plain_html.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <cstring>
#include <optional>
#include <vector>

#include "inspect/html_elements.h"
#include "text/utf8.h"

namespace pes {

namespace {

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_name_byte(char c) { return is_lower(c) || (c >= '0' && c <= '9') || c == '-'; }
bool continues_reference(char c) {
  return is_lower(c) || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '#' || c == ';';
}

bool is_blank(std::string_view text) { return std::all_of(text.begin(), text.end(), is_space); }

bool is_reserved(char32_t c) {
  const bool control = (c < 0x20 && c != U'\n' && c != U'\t') || (c >= 0x7F && c < 0xA0);
  return control || is_noncharacter(c);
}

// The character that a number names, or 0 for those that no page should hold.
char32_t numbered_character(std::string_view digits, int base) {
  std::uint32_t number = 0;
  const auto [end, error] =
      std::from_chars(digits.data(), digits.data() + digits.size(), number, base);
  if (error != std::errc() || end != digits.data() + digits.size()) return 0;
  const bool surrogate = number >= 0xD800 && number < 0xE000;
  return surrogate || number > 0x10FFFF || is_reserved(number) ? 0 : number;
}

// The character of a reference without its & and ;, or 0.
char32_t referenced_character(std::string_view name) {
  if (name.starts_with("#x") || name.starts_with("#X")) {
    return numbered_character(name.substr(2), 16);
  }
  if (name.starts_with('#')) return numbered_character(name.substr(1), 10);
  if (name == "amp") return U'&';
  if (name == "lt") return U'<';
  if (name == "gt") return U'>';
  return name == "quot" ? U'"' : 0;
}

class PlainReader {
 public:
  PlainReader(std::string_view html, std::ptrdiff_t most_tags, HtmlTree& tree,
              std::deque<std::string>& decoded)
      : html_(html), tags_left_(most_tags), tree_(tree), decoded_(decoded) {}

  bool read() {
    constexpr std::string_view doctype = "<!doctype html>";
    if (fold(html_.substr(0, doctype.size())) != doctype) return false;
    at_ = doctype.size();
    while (at_ < html_.size()) {
      if (html_[at_] == '<' ? !read_tag() : !read_text()) return false;
    }
    return finished_;
  }

 private:
  struct Open {
    const Element* element;
    std::uint32_t node;
  };

  [[nodiscard]] std::string_view top() const {
    return open_.empty() ? std::string_view{} : open_.back().element->name;
  }

  [[nodiscard]] bool is_open(std::string_view name) const {
    return std::any_of(open_.begin(), open_.end(),
                       [&](const Open& open) { return open.element->name == name; });
  }

  HtmlNode& add_node() {
    const auto index = static_cast<std::uint32_t>(tree_.nodes.size());
    HtmlNode& node = tree_.nodes.emplace_back();
    node.parent = open_.empty() ? 0 : open_.back().node;
    node.end = index + 1;
    return node;
  }

  bool read_text() {
    const std::size_t end = std::min(html_.find('<', at_), html_.size());
    std::string_view text = html_.substr(at_, end - at_);
    at_ = end;
    if (is_blank(text)) return true;
    if (!takes_text()) return false;
    // The first line end of preformatted text only sets it apart from its tag, by number too.
    if (top() == "pre" && tree_.nodes.size() == open_.back().node + 1) {
      if (text.starts_with("&#")) return false;
      if (text.starts_with('\n')) text.remove_prefix(1);
    }
    if (is_blank(text)) return true;
    return add_text(text);
  }

  bool add_text(std::string_view text) {
    const auto read = decode(text);
    if (!read) return false;
    if (!is_blank(*read)) add_node().text = *read;
    return true;
  }

  // Where a text would be moved elsewhere, or open an element by itself.
  [[nodiscard]] bool takes_text() const {
    if (open_.size() < 2 || !in_body_) return false;
    const Element& around = *open_.back().element;
    constexpr auto refusing =
        std::to_array<std::string_view>({"table", "tr", "colgroup", "select", "optgroup"});
    return (around.traits & row_group) == 0 &&
           std::find(refusing.begin(), refusing.end(), around.name) == refusing.end();
  }

  std::optional<std::string_view> decode(std::string_view text) {
    std::size_t sign = text.find('&');
    if (sign == std::string_view::npos) return text;
    std::string out;
    std::size_t from = 0;
    for (; sign != std::string_view::npos; sign = text.find('&', sign + 1)) {
      if (sign + 1 == text.size() || !continues_reference(text[sign + 1])) continue;
      const std::size_t end = text.find(';', sign);
      constexpr std::size_t longest = 10;
      if (end == std::string_view::npos || end - sign > longest) return std::nullopt;
      const char32_t character = referenced_character(text.substr(sign + 1, end - sign - 1));
      if (character == 0) return std::nullopt;
      out += text.substr(from, sign - from);
      append_character(out, character);
      from = end + 1;
      sign = end;
    }
    if (from == 0) return text;
    out += text.substr(from);
    return decoded_.emplace_back(std::move(out));
  }

  bool read_tag() {
    if (tags_left_-- == 0) return false;
    const std::size_t begin = at_++;
    const bool closes = at_ < html_.size() && html_[at_] == '/';
    if (closes) ++at_;
    const std::size_t name_begin = at_;
    while (at_ < html_.size() && is_name_byte(html_[at_])) ++at_;
    const Element* element = find_element(html_.substr(name_begin, at_ - name_begin));
    if (element == nullptr) return false;
    if (closes) return read_end(*element);
    if (!may_start(*element)) return false;
    const auto index = static_cast<std::uint32_t>(tree_.nodes.size());
    HtmlNode& node = add_node();
    node.tag = element->name;
    node.first_attribute = static_cast<std::uint32_t>(tree_.all_attributes.size());
    if (!read_attributes(index, (element->traits & empty) != 0)) return false;
    tree_.nodes[index].start_tag = html_.substr(begin, at_ - begin);
    if ((element->traits & empty) == 0) open_.push_back({element, index});
    in_body_ = in_body_ || element->name == "body";
    return (element->traits & (raw | replaceable)) == 0 || read_raw_text(*element);
  }

  bool read_end(const Element& element) {
    if (at_ == html_.size() || html_[at_] != '>' || open_.empty() ||
        open_.back().element != &element) {
      return false;
    }
    ++at_;
    // A text that ends the body goes on behind it.
    const bool text_last = tree_.nodes.back().tag.empty();
    if (element.name == "body" && text_last && tree_.nodes.back().parent == open_.back().node) {
      return false;
    }
    tree_.nodes[open_.back().node].end = static_cast<std::uint32_t>(tree_.nodes.size());
    open_.pop_back();
    head_done_ = head_done_ || element.name == "head";
    body_done_ = body_done_ || element.name == "body";
    finished_ = finished_ || (element.name == "html" && body_done_);
    return true;
  }

  // The order in which a page is built.
  [[nodiscard]] bool may_start(const Element& element) const {
    if (element.name == "html") return tree_.nodes.empty();
    if (element.name == "head") return top() == "html" && tree_.nodes.size() == 1;
    if (element.name == "body") return top() == "html" && head_done_ && !in_body_;
    if (top() == "head") return (element.traits & in_head) != 0;
    return in_body_ && !body_done_ && (element.traits & only_in_head) == 0 && may_stand(element);
  }

  // Where an element stands in the body without anything being closed or opened for it.
  [[nodiscard]] bool may_stand(const Element& element) const {
    const Element& around = *open_.back().element;
    if (around.name == "select" || around.name == "optgroup") {
      return element.name == "option" || (element.name == "optgroup" && around.name == "select");
    }
    if (around.name == "option") return false;
    if (around.name == "table" || around.name == "tr" || around.name == "colgroup" ||
        (around.traits & row_group) != 0) {
      return is_table_part(around, element);
    }
    if ((element.traits & (row_group | cell)) != 0) return false;
    if ((element.traits & block) != 0 && is_open("p")) return false;
    if ((element.traits & lonely) != 0 && is_open(element.name)) return false;
    if ((element.traits & heading) != 0 && has_open_heading()) return false;
    if (element.name == "li") return around.name == "ul" || around.name == "ol";
    if (element.name == "dt" || element.name == "dd") return is_in_description_list();
    constexpr auto elsewhere =
        std::to_array<std::string_view>({"caption", "col", "colgroup", "tr", "option", "optgroup"});
    return std::find(elsewhere.begin(), elsewhere.end(), element.name) == elsewhere.end();
  }

  static bool is_table_part(const Element& around, const Element& element) {
    if (around.name == "table") {
      return (element.traits & row_group) != 0 || element.name == "caption" ||
             element.name == "colgroup";
    }
    if (around.name == "tr") return (element.traits & cell) != 0;
    return element.name == (around.name == "colgroup" ? "col" : "tr");
  }

  [[nodiscard]] bool has_open_heading() const {
    return std::any_of(open_.begin(), open_.end(),
                       [](const Open& open) { return (open.element->traits & heading) != 0; });
  }

  [[nodiscard]] bool is_in_description_list() const {
    std::size_t i = open_.size();
    while (i > 0 && open_[i - 1].element->name == "div") --i;
    return i > 0 && open_[i - 1].element->name == "dl";
  }

  // `name` or `name="value"`, each after a space.
  bool read_attributes(std::uint32_t index, bool may_close_itself) {
    for (;;) {
      const std::size_t before = at_;
      while (at_ < html_.size() && is_space(html_[at_])) ++at_;
      if (at_ == html_.size()) return false;
      if (may_close_itself && html_.substr(at_).starts_with("/>")) ++at_;
      if (html_[at_] == '>') {
        ++at_;
        return true;
      }
      if (at_ == before || !read_attribute(index)) return false;
    }
  }

  bool read_attribute(std::uint32_t index) {
    const std::size_t begin = at_;
    while (at_ < html_.size() && is_name_byte(html_[at_])) ++at_;
    const std::string_view name = html_.substr(begin, at_ - begin);
    if (name.empty() || !is_lower(name.front()) || at_ == html_.size()) return false;
    for (const HtmlAttribute& known : tree_.attributes(tree_.nodes[index])) {
      if (known.name == name) return false;
    }
    std::string_view value;
    if (html_[at_] == '=') {
      const char quote = at_ + 1 < html_.size() ? html_[at_ + 1] : '\0';
      if (quote != '"' && quote != '\'') return false;
      const std::size_t end = html_.find(quote, at_ + 2);
      if (end == std::string_view::npos) return false;
      const auto read = decode(html_.substr(at_ + 2, end - at_ - 2));
      if (!read) return false;
      value = *read;
      at_ = end + 1;
    } else if (!is_space(html_[at_]) && html_[at_] != '>' && html_[at_] != '/') {
      return false;
    }
    tree_.all_attributes.push_back({name, value});
    ++tree_.nodes[index].attributes;
    return true;
  }

  // Up to the end tag, which the next tag then is.
  bool read_raw_text(const Element& element) {
    const std::size_t end = html_.find("</", at_);
    if (end == std::string_view::npos ||
        !html_.substr(end + 2).starts_with(std::string(element.name) + ">")) {
      return false;
    }
    const std::string_view text = html_.substr(at_, end - at_);
    at_ = end;
    if (text.find("<!--") != std::string_view::npos) return false;
    if (is_blank(text)) return true;
    if ((element.traits & replaceable) != 0) return add_text(text);
    add_node().text = text;
    return true;
  }

  std::string_view html_;
  std::ptrdiff_t tags_left_;
  HtmlTree& tree_;
  std::deque<std::string>& decoded_;
  std::size_t at_ = 0;
  std::vector<Open> open_;
  bool head_done_ = false;
  bool in_body_ = false;
  bool body_done_ = false;
  bool finished_ = false;
};

// Eight bytes at once where all of them are visible ASCII.
bool is_plain_run(const char* bytes) {
  std::uint64_t word = 0;
  std::memcpy(&word, bytes, sizeof word);
  constexpr std::uint64_t ones = 0x0101010101010101U;
  constexpr std::uint64_t high = 0x80 * ones;
  const std::uint64_t below_space = (word - 0x20 * ones) & ~word;
  const std::uint64_t deleted = (word ^ 0x7F * ones) - ones;
  return ((word | below_space | deleted) & high) == 0;
}

// Only characters that no reader has to replace or complain of.
bool has_plain_characters(std::string_view html) {
  for (std::size_t at = 0; at < html.size();) {
    if (at + 8 <= html.size() && is_plain_run(html.data() + at)) {
      at += 8;
    } else if (static_cast<unsigned char>(html[at]) < 0x80) {
      if (is_reserved(static_cast<unsigned char>(html[at++]))) return false;
    } else {
      const std::size_t before = at;
      const char32_t character = next_character(html, at);
      if (character == U'\uFFFD' && html.substr(before, at - before) != "\uFFFD") return false;
      if (is_reserved(character)) return false;
    }
  }
  return true;
}

}  // namespace

bool read_plain_html(std::string_view html, std::ptrdiff_t most_tags, HtmlTree& tree,
                     std::deque<std::string>& decoded) {
  return has_plain_characters(html) && PlainReader(html, most_tags, tree, decoded).read();
}

}  // namespace pes
