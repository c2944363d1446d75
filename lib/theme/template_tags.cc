#include "theme/template_tags.h"

#include <algorithm>
#include <optional>

#include "text/utf8.h"

namespace pes {

namespace {

bool is_name(std::string_view name) {
  if (name == ".") return true;
  const bool fine = std::all_of(name.begin(), name.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '-' || c == '.';
  });
  return fine && !name.empty() && name.front() != '.' && name.back() != '.' &&
         name.find("..") == std::string_view::npos;
}

class Reader {
 public:
  Reader(FileId file, std::string_view text, Diagnostics& out)
      : file_(file), text_(text), out_(out) {}

  std::vector<Tag> read() {
    for (std::size_t at = text_.find("{{"); at != std::string_view::npos;
         at = text_.find("{{", at)) {
      at = read_tag(at);
    }
    while (!open_.empty()) {
      const Tag& section = tags_[open_.back()];
      out_.add(Rule::template_unclosed_section, section.span, {section.name});
      close(section.name, section.span);
    }
    return std::move(tags_);
  }

 private:
  [[nodiscard]] Span span(std::size_t begin, std::size_t end) const {
    return {file_, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end - begin)};
  }

  // Reads the tag that starts at `at` and returns where to go on.
  std::size_t read_tag(std::size_t at) {
    const bool triple = text_.substr(at).starts_with("{{{");
    const std::size_t inside = at + (triple ? 3 : 2);
    const bool comment = text_.substr(inside).starts_with("!");
    // mstch ends a comment at the first « }} », and takes a third brace with it.
    const bool longer = comment && triple && text_.find("}}}", inside) == text_.find("}}", inside);
    const std::string_view closing = (triple && !comment) || longer ? "}}}" : "}}";
    const std::size_t close = text_.find(closing, inside);
    const std::size_t stop = comment ? text_.npos : text_.find_first_of("{\n", inside);
    if (close == std::string_view::npos || stop < close) {
      const std::size_t end = std::min({text_.find('\n', at), stop, text_.size()});
      out_.add(Rule::template_unclosed_tag, span(at, std::max(end, at + 2)), {closing});
      return std::max(end, at + 2);
    }
    const std::size_t end = close + closing.size();
    if (comment) {
      tags_.push_back({Tag::Form::comment, "", span(at, end)});
    } else {
      interpret(text_.substr(inside, close - inside), triple, span(at, end));
    }
    return end;
  }

  void interpret(std::string_view content, bool triple, Span place) {
    if (content.starts_with('=')) {
      out_.add(Rule::template_delimiters, place);
      return;
    }
    const std::string_view sigils = triple ? "" : "#^/>&";
    char sigil = '\0';
    if (!content.empty() && sigils.find(content.front()) != std::string_view::npos) {
      sigil = content.front();
      content.remove_prefix(1);
    }
    while (content.starts_with(' ')) content.remove_prefix(1);
    while (content.ends_with(' ')) content.remove_suffix(1);
    if (!is_name(content)) {
      out_.add(Rule::template_bad_tag, place, {content});
      return;
    }
    add(triple ? '&' : sigil, std::string(content), place);
  }

  void add(char sigil, std::string name, Span place) {
    switch (sigil) {
      case '#':
      case '^':
        open_.push_back(tags_.size());
        tags_.push_back(
            {sigil == '#' ? Tag::Form::section : Tag::Form::inverted, std::move(name), place});
        break;
      case '/':
        close(name, place);
        break;
      case '>':
        tags_.push_back({Tag::Form::partial, std::move(name), place});
        break;
      default:
        tags_.push_back({Tag::Form::variable, std::move(name), place, sigil == '&'});
    }
  }

  void close(const std::string& name, Span place) {
    const auto known = std::find_if(open_.rbegin(), open_.rend(),
                                    [&](std::size_t index) { return tags_[index].name == name; });
    if (known == open_.rend()) {
      out_.add(Rule::template_stray_close, place, {name});
      return;
    }
    if (known != open_.rbegin()) {
      out_.add(Rule::template_crossed_section, place, {name, tags_[open_.back()].name})
          .notes.push_back({tags_[open_.back()].span, {"ouverte ici", "opened here"}});
    }
    const auto count = static_cast<std::size_t>(known - open_.rbegin()) + 1;
    for (std::size_t i = 0; i < count; ++i) {
      tags_.push_back({Tag::Form::close, tags_[open_.back()].name, place});
      open_.pop_back();
    }
  }

  FileId file_;
  std::string_view text_;
  Diagnostics& out_;
  std::vector<Tag> tags_;
  std::vector<std::size_t> open_;
};

}  // namespace

std::vector<Tag> read_tags(FileId file, std::string_view text, Diagnostics& out) {
  return Reader(file, text, out).read();
}

}  // namespace pes
