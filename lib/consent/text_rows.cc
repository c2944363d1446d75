#include "consent/text_rows.h"

#include <algorithm>
#include <optional>
#include <string>

#include "consent/name_words.h"
#include "text/letters.h"

namespace pes {

namespace {

using std::string_view;

bool is_one_of(char c, string_view signs) { return signs.find(c) != string_view::npos; }

// Cells between signs, and a row for each line.
class LineRows {
 public:
  struct Form {
    bool quoted = false;  // what quotes enclose is one cell, over lines too
    bool commas = false;
  };

  LineRows(string_view text, Form form, const RowListener& listener)
      : text_(text), form_(form), listener_(listener) {}

  void read() {
    listener_.open(true);
    while (at_ < text_.size()) {
      const bool begins = at_ == begin_ || (at_ == begin_ + 1 && text_[begin_] == ' ');
      if (form_.quoted && begins && text_[at_] == '"' && read_quoted()) continue;
      const Sign sign = sign_at(at_);
      if (sign.ends_cell) end_cell(sign.length);
      if (sign.ends_row) {
        listener_.close();
        listener_.open(true);
      }
      if (!sign.ends_cell) at_ += sign.length;
    }
    end_cell(0);
    listener_.close();
  }

 private:
  struct Sign {
    std::size_t length = 1;
    bool ends_cell = false;
    bool ends_row = false;
  };

  // A reference to a character, whose semicolon parts nothing, is what it stands for.
  [[nodiscard]] Sign sign_at(std::size_t at) const {
    char c = text_[at];
    std::size_t length = 1;
    if (c == '&') {
      const Letter letter = read_letter(text_, at);
      length = letter.length;
      c = length > 1 && letter.character < 0x80 ? static_cast<char>(letter.character) : '&';
    }
    if (c == '\n') return {length, true, true};
    if (c == ' ') {
      const std::size_t end = std::min(text_.find_first_not_of(' ', at + 1), text_.size());
      return end > at + 1 ? Sign{end - at, true, false} : Sign{length, false, false};
    }
    return {length, is_one_of(c, ";\t|") || (c == ',' && form_.commas), false};
  }

  void end_cell(std::size_t length) {
    if (at_ > begin_) listener_.cell(begin_, at_);
    at_ += length;
    begin_ = at_;
  }

  // False where the quote that stands here does not close.
  bool read_quoted() {
    std::size_t end = text_.find('"', at_ + 1);
    while (end != string_view::npos && end + 1 < text_.size() && text_[end + 1] == '"') {
      end = text_.find('"', end + 2);
    }
    form_.quoted = end != string_view::npos;
    if (!form_.quoted) return false;
    begin_ = at_ + 1;
    at_ = end;
    end_cell(1);
    return true;
  }

  string_view text_;
  Form form_;
  const RowListener& listener_;
  std::size_t at_ = 0;
  std::size_t begin_ = 0;
};

// Values of objects and of lists in lists, as JSON and scripts write them. Keys are no cells.
class BracketRows {
 public:
  BracketRows(string_view text, const RowListener& listener) : text_(text), listener_(listener) {}

  void read() {
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (c == '"' && read_string()) continue;
      if (is_one_of(c, "{}[],:'`\n")) {
        if (c != ':' && at_ > begin_ && !open_.empty()) listener_.cell(begin_, at_);
        begin_ = at_ + 1;
      }
      if (c == '{' || c == '[') open(c);
      if (c == '}' || c == ']') close();
      ++at_;
    }
    while (!open_.empty()) close();
  }

 private:
  void open(char bracket) {
    listener_.open(bracket == '{' || open_.ends_with('['));
    open_ += bracket;
  }

  void close() {
    if (open_.empty()) return;
    open_.pop_back();
    listener_.close();
  }

  // False where the quote that stands here does not close on its line.
  bool read_string() {
    std::size_t end = at_ + 1;
    while (end < text_.size() && text_[end] != '"' && text_[end] != '\n') {
      end += text_[end] == '\\' ? 2 : 1;
    }
    if (end >= text_.size() || text_[end] != '"') return false;
    const std::size_t next = text_.find_first_not_of(" \t\r\n", end + 1);
    const bool key = next != string_view::npos && text_[next] == ':';
    if (!key && !open_.empty()) listener_.cell(at_ + 1, end);
    at_ = end + 1;
    begin_ = at_;
    return true;
  }

  string_view text_;
  const RowListener& listener_;
  std::size_t at_ = 0;
  std::size_t begin_ = 0;
  std::string open_;
};

bool is_tag(string_view tag, string_view name) {
  tag.remove_prefix(std::min<std::size_t>(tag.starts_with("</") ? 2 : 1, tag.size()));
  const bool same =
      tag.size() > name.size() && std::equal(name.begin(), name.end(), tag.begin(),
                                             [](char a, char b) { return a == (b | 0x20); });
  return same && is_one_of(tag[name.size()], " \t\r\n/>");
}

// The rows of tables; one within a cell of another ends that row.
class TableRows {
 public:
  TableRows(string_view text, const RowListener& listener)
      : text_(text), tag_ends_(text), listener_(listener) {}

  void read() {
    for (std::size_t at = text_.find('<'); at != string_view::npos;) {
      const std::size_t end = std::max(tag_ends_.behind(at), at + 1);
      read_tag(text_.substr(at, end - at), at, end);
      at = text_.find('<', end);
    }
    end_row(text_.size());
  }

 private:
  void read_tag(string_view tag, std::size_t begin, std::size_t end) {
    const bool cell = is_tag(tag, "td") || is_tag(tag, "th");
    const bool row = is_tag(tag, "tr") || is_tag(tag, "table");
    if (cell) end_cell(begin);
    if (row) end_row(begin);
    if (tag.starts_with("</")) return;
    if (row) {
      listener_.open(true);
      in_row_ = true;
    }
    if (cell) cell_ = end;
  }

  void end_cell(std::size_t end) {
    if (cell_ && in_row_) listener_.cell(*cell_, end);
    cell_.reset();
  }

  void end_row(std::size_t end) {
    end_cell(end);
    if (in_row_) listener_.close();
    in_row_ = false;
  }

  string_view text_;
  TagEnds tag_ends_;
  const RowListener& listener_;
  bool in_row_ = false;
  std::optional<std::size_t> cell_;
};

bool is_label_of_given(string_view folded) {
  return folded == "prenom" || folded == "prenoms" || folded == "first" || folded == "given" ||
         folded == "firstname";
}

// What stands behind labels. Of first names only the first one is a cell.
class LabelledRows {
 public:
  LabelledRows(string_view text, Reading reading, const RowListener& listener)
      : text_(text), reader_(text, 0, reading, Escapes::code), listener_(listener) {}

  void read() {
    listener_.open(true);
    while (const auto word = reader_.next()) {
      const bool label = is_name_label(word->word.folded) && !is_in_closing_tag(word->word.begin);
      const bool particle = labelled_ && is_particle(word->word.folded);
      if (value_ && (label || ends_value(*word))) end_value();
      if (label) {
        given_ = is_label_of_given(word->word.folded) || (labelled_ && given_);
        labelled_ = true;
      } else if (labelled_ && (!particle || word->gap != Gap::space)) {
        begin_value(*word);
      }
      if (value_) end_ = word->word.end;
    }
    if (value_) end_value();
    listener_.close();
  }

 private:
  [[nodiscard]] bool ends_value(const TextWord& word) const {
    const unsigned within = given_ ? Gap::hyphen : Gap::space | Gap::hyphen | Gap::apostrophe;
    return word.has(~within);
  }

  void begin_value(const TextWord& word) {
    bool& told = given_ ? told_given_ : told_surname_;
    if (told) {
      listener_.close();
      listener_.open(true);
      told_given_ = told_surname_ = false;
    }
    told = true;
    labelled_ = false;
    value_ = word.word.begin;
  }

  void end_value() {
    listener_.cell(*value_, end_);
    value_.reset();
    given_ = false;
  }

  // « </nom> »
  [[nodiscard]] bool is_in_closing_tag(std::size_t at) const {
    constexpr std::size_t longest = 64;
    const string_view near = text_.substr(at - std::min(at, longest), std::min(at, longest));
    const std::size_t open = near.find_last_of("<>");
    return open != string_view::npos && near.substr(open).starts_with("</");
  }

  string_view text_;
  WordReader reader_;
  const RowListener& listener_;
  bool labelled_ = false;  // by the words just before
  bool given_ = false;     // by a label of first names
  std::optional<std::size_t> value_;
  std::size_t end_ = 0;
  bool told_given_ = false;
  bool told_surname_ = false;
};

bool is_edge(char c) {
  const bool word = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  return !word && c != '-' && c != '.';
}

}  // namespace

void read_rows(std::string_view text, Reading reading, const RowListener& listener) {
  const bool commas = reading == Reading::table;
  for (const bool quoted : {false, true}) LineRows(text, {quoted, commas}, listener).read();
  BracketRows(text, listener).read();
  LabelledRows(text, Reading::text, listener).read();
  if (reading != Reading::markup) return;
  TableRows(text, listener).read();
  LabelledRows(text, Reading::markup, listener).read();
}

bool stands_at_edge(std::string_view text, std::size_t begin, std::size_t end) {
  if (begin == 0) return true;
  const std::size_t before = text.find_last_not_of(' ', begin - 1);
  if (before == string_view::npos || before + 2 < begin || is_edge(text[before])) return true;
  const std::size_t after = text.find_first_not_of(' ', end);
  return after == string_view::npos || after > end + 1 || is_edge(text[after]);
}

}  // namespace pes
