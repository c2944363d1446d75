#include "inspect/css_references.h"

#include <algorithm>

#include "inspect/page_address.h"
#include "text/utf8.h"

namespace pes {

namespace {

bool names_host(std::string_view text) {
  const std::string scheme = scheme_of(text);
  return scheme == "http" || scheme == "https" || (text.starts_with("//") && text.size() > 2);
}

class CssReader {
 public:
  explicit CssReader(std::string_view css) : css_(css) {}

  std::vector<std::string> read() {
    while (at_ < css_.size()) step();
    return std::move(found_);
  }

 private:
  [[nodiscard]] std::string_view rest() const { return css_.substr(at_); }

  [[nodiscard]] bool starts(std::string_view word) const {
    const char first = css_[at_];
    const bool may = first == word.front() || first - 'A' + 'a' == word.front();
    return may && fold(rest().substr(0, word.size())) == word;
  }

  void skip_past(std::string_view text) {
    const std::size_t end = css_.find(text, at_);
    at_ = end == std::string_view::npos ? css_.size() : end + text.size();
  }

  void step() {
    if (rest().starts_with("/*")) {
      skip_past("*/");
    } else if (css_[at_] == '"' || css_[at_] == '\'') {
      std::string text = take_string();
      if (importing_ || names_host(text)) found_.push_back(std::move(text));
      importing_ = false;
    } else if (starts("url(")) {
      take_url();
      importing_ = false;
    } else if (starts("@namespace")) {
      skip_past(";");
    } else if (starts("@import")) {
      importing_ = true;
      at_ += 7;
    } else {
      ++at_;
    }
  }

  // A string; `at_` is on its quotation mark.
  std::string take_string() {
    const char mark = css_[at_++];
    std::string text;
    while (at_ < css_.size() && css_[at_] != mark && css_[at_] != '\n') {
      if (css_[at_] == '\\' && at_ + 1 < css_.size()) ++at_;
      text += css_[at_++];
    }
    ++at_;
    return text;
  }

  void take_url() {
    at_ += 4;
    at_ = std::min(css_.find_first_not_of(" \t\n", at_), css_.size());
    if (at_ < css_.size() && (css_[at_] == '"' || css_[at_] == '\'')) {
      found_.push_back(take_string());
      return;
    }
    const std::size_t end = std::min(css_.find(')', at_), css_.size());
    found_.emplace_back(trim(css_.substr(at_, end - at_)));
    at_ = end;
  }

  std::string_view css_;
  std::size_t at_ = 0;
  bool importing_ = false;
  std::vector<std::string> found_;
};

}  // namespace

std::vector<std::string> css_references(std::string_view css) { return CssReader(css).read(); }

}  // namespace pes
