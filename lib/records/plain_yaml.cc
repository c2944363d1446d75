#include "records/plain_yaml.h"

#include <algorithm>
#include <array>

#include "text/utf8.h"

namespace pes {

namespace {

constexpr std::size_t deepest = 8;

bool is_key_byte(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; }

// What YAML takes for no value.
bool is_null(std::string_view word) {
  constexpr auto words = std::to_array<std::string_view>({"null", "Null", "NULL"});
  return std::find(words.begin(), words.end(), word) != words.end();
}

// A plain text begins with a letter or a digit, as French has them; general punctuation has quotes
// that are to be looked at, and other scripts have spaces of their own.
bool may_begin_text(char c) {
  constexpr unsigned char first_beyond_ascii = 0xC3;
  constexpr unsigned char first_of_three_bytes = 0xE0;
  constexpr unsigned char first_of_four_bytes = 0xF0;
  const auto byte = static_cast<unsigned char>(c);
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         (byte >= first_beyond_ascii && byte < first_of_three_bytes) || byte >= first_of_four_bytes;
}

// A colon in a text ends a word that could have been meant for a key, with a space of any kind.
bool may_stand_before_colon(char c) { return c != ' ' && static_cast<unsigned char>(c) < 0x80; }

class PlainReader {
 public:
  explicit PlainReader(const YamlStretch& yaml) : yaml_(yaml), next_(yaml.begin) { next_line(); }

  std::optional<YamlNode> read() {
    YamlNode root;
    const bool plain = !done_ && indent_ == 0 && read_map(root, 0) && done_;
    if (!plain) return std::nullopt;
    return root;
  }

 private:
  [[nodiscard]] std::string_view line() const { return yaml_.text.substr(begin_, end_ - begin_); }

  [[nodiscard]] Span span(std::size_t begin, std::size_t end) const {
    return {yaml_.file, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end - begin)};
  }

  void next_line() {
    do {
      done_ = next_ >= yaml_.end;
      if (done_) return;
      const std::size_t start = next_;
      end_ = std::min(yaml_.text.find('\n', start), yaml_.end);
      next_ = end_ + 1;
      begin_ = std::min(yaml_.text.find_first_not_of(' ', start), end_);
      indent_ = begin_ - start;
    } while (indent_ == 0 && begin_ == end_);
  }

  [[nodiscard]] bool is_item() const { return line().starts_with("- "); }

  // Where a name ends that stands before a colon, or `begin`.
  [[nodiscard]] std::size_t key_end_from(std::size_t begin, std::size_t end) const {
    std::size_t key_end = begin;
    while (key_end < end && is_key_byte(yaml_.text[key_end])) ++key_end;
    const bool ends = key_end < end && yaml_.text[key_end] == ':' &&
                      (key_end + 1 == end || yaml_.text[key_end + 1] == ' ');
    return ends ? key_end : begin;
  }

  // The entry of a new name, or nullptr.
  YamlEntry* add_entry(YamlNode& map, std::size_t begin, std::size_t end) const {
    const std::string_view name = yaml_.text.substr(begin, end - begin);
    const bool is_new =
        !name.empty() && !is_null(name) &&
        std::none_of(map.entries.begin(), map.entries.end(),
                     [&](const YamlEntry& entry) { return entry.key.text == name; });
    if (!is_new) return nullptr;
    YamlEntry& entry = map.entries.emplace_back();
    entry.key.form = YamlNode::Form::scalar;
    entry.key.text = name;
    entry.key.span = span(begin, end);
    return &entry;
  }

  bool read_map(YamlNode& map, std::size_t depth) {
    const std::size_t indent = indent_;
    map.form = YamlNode::Form::map;
    map.text = trim(line());
    map.span = span(begin_, begin_ + map.text.size());
    while (!done_ && indent_ == indent) {
      const std::size_t key_end = key_end_from(begin_, end_);
      YamlEntry* entry = add_entry(map, begin_, key_end);
      if (entry == nullptr) return false;
      begin_ = key_end + 1;
      if (!read_value(entry->value, indent, depth)) return false;
    }
    return done_ || indent_ < indent;
  }

  // What stands behind the colon, or below it.
  bool read_value(YamlNode& value, std::size_t indent, std::size_t depth) {
    if (begin_ < end_) {
      ++begin_;
      return read_line(value);
    }
    next_line();
    if (done_ || indent_ < indent || depth == deepest) return false;
    if (is_item()) return read_list(value, depth + 1);
    return indent_ > indent && read_map(value, depth + 1);
  }

  bool read_list(YamlNode& list, std::size_t depth) {
    constexpr std::size_t dash = 2;
    const std::size_t indent = indent_;
    list.form = YamlNode::Form::list;
    list.span = span(begin_, begin_ + trim(line()).size());
    while (!done_ && indent_ == indent && is_item()) {
      begin_ += dash;
      indent_ += dash;
      YamlNode& item = list.items.emplace_back();
      const bool map = key_end_from(begin_, end_) > begin_;
      if (map ? depth == deepest || !read_map(item, depth + 1) : !read_line(item)) return false;
    }
    return done_ || indent_ <= indent;
  }

  // What goes to the end of its line. A deeper line behind it would belong to it, and is found by
  // who reads on.
  bool read_line(YamlNode& node) {
    if (begin_ == end_ || yaml_.text[end_ - 1] == ' ') return false;
    const char first = yaml_.text[begin_];
    const bool plain = first == '['   ? read_flow_list(node)
                       : first == '{' ? read_flow_map(node)
                                      : read_text(node, begin_, end_);
    next_line();
    return plain;
  }

  [[nodiscard]] bool read_text(YamlNode& node, std::size_t begin, std::size_t end) const {
    const std::string_view written = yaml_.text.substr(begin, end - begin);
    node.form = YamlNode::Form::scalar;
    node.span = span(begin, end);
    const char first = written.front();
    if (first == '"' || first == '\'') {
      node.text = written.substr(1, written.size() - 2);
      return is_closed(written);
    }
    node.text = written;
    return is_plain(written);
  }

  // « [a, b c] »
  bool read_flow_list(YamlNode& list) {
    list.form = YamlNode::Form::list;
    list.span = span(begin_, end_);
    return for_each_in_flow(']', [&](std::size_t begin, std::size_t end) {
      return read_text(list.items.emplace_back(), begin, end);
    });
  }

  // « {a: b, c: d} »
  bool read_flow_map(YamlNode& map) {
    map.form = YamlNode::Form::map;
    map.span = span(begin_, end_);
    return for_each_in_flow('}', [&](std::size_t begin, std::size_t end) {
      const std::size_t key_end = key_end_from(begin, end);
      constexpr std::size_t colon = 2;
      YamlEntry* entry = add_entry(map, begin, key_end);
      return entry != nullptr && key_end + colon < end &&
             read_text(entry->value, key_end + colon, end);
    });
  }

  // Only texts of letters, digits and a few signs, each after a comma and a space.
  template <typename Read>
  [[nodiscard]] bool for_each_in_flow(char close, Read read) const {
    const std::string_view inside = line().substr(1, end_ - begin_ - 2);
    if (yaml_.text[end_ - 1] != close || inside.empty()) return false;
    for (std::size_t at = 0;;) {
      const std::size_t comma = std::min(inside.find(',', at), inside.size());
      const std::string_view item = inside.substr(at, comma - at);
      const bool fine = !item.empty() && may_begin_text(item.front()) && item.back() != ' ' &&
                        item.find_first_of("[]{}\"'?#&*!|>%@`") == std::string_view::npos;
      if (!fine || !read(begin_ + 1 + at, begin_ + 1 + comma)) return false;
      if (comma == inside.size()) return true;
      if (comma + 1 == inside.size() || inside[comma + 1] != ' ') return false;
      at = comma + 2;
    }
  }

  static bool is_closed(std::string_view written) {
    const std::size_t close = written.find(written.front(), 1);
    return close == written.size() - 1 && written.find_first_of("\\\t\r") == std::string_view::npos;
  }

  static bool is_plain(std::string_view written) {
    if (!may_begin_text(written.front()) || is_null(written)) return false;
    for (std::size_t i = 0; i < written.size(); ++i) {
      const char c = written[i];
      if (c == '\t' || c == '\r' ||
          (c == ':' && (i + 1 == written.size() || written[i + 1] == ' ' ||
                        !may_stand_before_colon(written[i - 1]))) ||
          (c == '#' && written[i - 1] == ' ')) {
        return false;
      }
    }
    return true;
  }

  const YamlStretch& yaml_;
  std::size_t next_;       // where the next line begins
  std::size_t begin_ = 0;  // of what is left of this line
  std::size_t end_ = 0;
  std::size_t indent_ = 0;
  bool done_ = false;
};

}  // namespace

std::optional<YamlNode> read_plain_yaml(const YamlStretch& yaml) {
  return PlainReader(yaml).read();
}

}  // namespace pes
