#include "theme/prepared_layout.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>
#include <stdexcept>
#include <vector>

#include "text/markup.h"
#include "text/utf8.h"
#include "theme/template_tags.h"

namespace pes {

namespace {

using Json = nlohmann::ordered_json;

// A part of a template: a text, a variable, or a section with what stands in it.
struct Part {
  enum class Form { text, variable, section, inverted };
  Form form = Form::text;
  std::string name;  // or the text
  bool raw = false;  // not escaped
  std::vector<Part> inner;
};

using Parts = std::vector<Part>;

// A text up to the next tag or line end, or a tag.
struct Piece {
  std::string text;
  std::optional<Tag> tag;

  [[nodiscard]] bool ends_line() const { return !tag && text.ends_with('\n'); }
};

void add_text(std::string_view text, std::vector<Piece>& pieces) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
    pieces.push_back({std::string(text.substr(0, end)), std::nullopt});
    text.remove_prefix(end);
  }
}

std::vector<Piece> split(const std::string& text) {
  Diagnostics reported_before;
  std::vector<Piece> pieces;
  std::size_t at = 0;
  for (Tag& tag : read_tags(no_file, text, reported_before)) {
    const std::size_t begin = tag.span.offset;
    add_text(std::string_view(text).substr(at, begin - at), pieces);
    at = begin + tag.span.length;
    pieces.push_back({"", std::move(tag)});
  }
  add_text(std::string_view(text).substr(at), pieces);
  return pieces;
}

// Takes the spaces of lines that hold tags other than variables and nothing else.
void drop_lines_of_tags(std::vector<Piece>& pieces) {
  for (auto begin = pieces.begin(); begin != pieces.end();) {
    const auto last =
        std::find_if(begin, pieces.end(), [](const Piece& p) { return p.ends_line(); });
    if (last == pieces.end()) return;
    const bool has_tag =
        std::any_of(begin, last, [](const Piece& piece) { return piece.tag.has_value(); });
    const bool only_tags = std::all_of(begin, last + 1, [](const Piece& piece) {
      return piece.tag ? piece.tag->form != Tag::Form::variable : trim(piece.text).empty();
    });
    if (has_tag && only_tags) {
      std::for_each(begin, last + 1, [](Piece& piece) { piece.text.clear(); });
    }
    begin = last + 1;
  }
}

class Reader {
 public:
  explicit Reader(const Theme& theme) : theme_(theme) {}

  void read(const std::string& text, Parts& out) const {
    std::vector<Piece> pieces = split(text);
    drop_lines_of_tags(pieces);
    std::size_t at = 0;
    read_until_close(pieces, at, out);
  }

 private:
  void read_until_close(std::vector<Piece>& pieces, std::size_t& at, Parts& out) const {
    while (at < pieces.size()) {
      Piece& piece = pieces[at++];
      if (!piece.tag) {
        if (!piece.text.empty())
          out.push_back({Part::Form::text, std::move(piece.text), false, {}});
        continue;
      }
      switch (piece.tag->form) {
        case Tag::Form::close:
          return;
        case Tag::Form::comment:
          break;
        case Tag::Form::partial:
          read(theme_.partials.at(piece.tag->name).text, out);
          break;
        case Tag::Form::variable:
          out.push_back({Part::Form::variable, piece.tag->name, piece.tag->raw, {}});
          break;
        default: {
          const bool inverted = piece.tag->form == Tag::Form::inverted;
          Part section{
              inverted ? Part::Form::inverted : Part::Form::section, piece.tag->name, false, {}};
          read_until_close(pieces, at, section.inner);
          out.push_back(std::move(section));
        }
      }
    }
  }

  const Theme& theme_;
};

bool is_false(const Json& value) {
  return value.is_null() || (value.is_boolean() && !value.get<bool>()) ||
         (value.is_string() && value.get_ref<const std::string&>().empty()) ||
         (value.is_array() && value.empty());
}

// In the text of a template, braces could be taken for a tag.
bool has_brace(const Json& value) {
  if (value.is_string()) {
    return value.get_ref<const std::string&>().find_first_of("{}") != std::string::npos;
  }
  return std::any_of(value.begin(), value.end(), has_brace);
}

std::string_view first_part(std::string_view name) { return name.substr(0, name.find('.')); }

// A mark is this character, which no source file holds, and a number in two digits.
constexpr char mark_sign = '\x1F';
constexpr std::size_t mark_length = 3;
constexpr std::size_t mark_base = 64;
constexpr char first_digit = '0';

std::string mark_of(std::size_t number) {
  if (number >= mark_base * mark_base) throw std::length_error("too many texts in a layout");
  return {mark_sign, static_cast<char>(first_digit + number / mark_base),
          static_cast<char>(first_digit + number % mark_base)};
}

std::size_t number_of(std::string_view mark) {
  return static_cast<std::size_t>(mark[1] - first_digit) * mark_base +
         static_cast<std::size_t>(mark[2] - first_digit);
}

// Writes a layout, with the constants in their places.
class Writer {
 public:
  explicit Writer(Json constants) : constants_(std::move(constants)) {
    scopes_.push_back(&constants_);
  }

  PreparedLayout write(const Parts& parts) {
    write_all(parts);
    end_text();
    return std::move(out_);
  }

 private:
  // What a name means, as far as that is the same on every page.
  struct Meaning {
    bool known = false;
    const Json* value = nullptr;  // nullptr for nothing
  };

  // Scopes of sections that differ from page to page are nullptr: what has a constant's name there
  // is no constant, unless it is a name of the outermost scope, which is nowhere else.
  [[nodiscard]] Meaning meaning_of(std::string_view name) const {
    if (name == ".") return {scopes_.back() != nullptr, scopes_.back()};
    const std::string first(first_part(name));
    bool page_between = false;
    for (std::size_t i = scopes_.size(); i > 0; --i) {
      const Json* scope = scopes_[i - 1];
      if (scope == nullptr) {
        page_between = true;
      } else if (scope->is_object() && scope->contains(first) && (!page_between || i == 1)) {
        return {true, inside(&(*scope)[first], name)};
      }
    }
    return {};
  }

  static const Json* inside(const Json* value, std::string_view name) {
    for (std::size_t dot = name.find('.'); dot != std::string_view::npos; dot = name.find('.')) {
      name.remove_prefix(dot + 1);
      const std::string part(first_part(name));
      if (!value->is_object() || !value->contains(part)) return nullptr;
      value = &(*value)[part];
    }
    return value;
  }

  // True unless a section of the page stands within: it may hide what the constants say.
  bool are_constant(const Parts& parts) {
    return std::all_of(parts.begin(), parts.end(), [&](const Part& part) {
      if (part.form == Part::Form::text || part.form == Part::Form::variable) return true;
      const Meaning meaning = meaning_of(part.name);
      if (!meaning.known) return false;
      return part.form == Part::Form::inverted ? are_constant(part.inner)
                                               : is_constant_section(part, meaning);
    });
  }

  bool is_constant_section(const Part& part, const Meaning& meaning) {
    bool constant = true;
    for_each_scope(meaning, [&] { constant = constant && are_constant(part.inner); });
    return constant;
  }

  // Calls `work` in the scope of each item that a section shows.
  template <typename Work>
  void for_each_scope(const Meaning& meaning, Work work) {
    if (meaning.value == nullptr || is_false(*meaning.value)) return;
    const bool list = meaning.value->is_array();
    const std::size_t count = list ? meaning.value->size() : 1;
    for (std::size_t i = 0; i < count; ++i) {
      scopes_.push_back(list ? &(*meaning.value)[i] : meaning.value);
      work();
      scopes_.pop_back();
    }
  }

  void write_all(const Parts& parts) {
    for (const Part& part : parts) {
      switch (part.form) {
        case Part::Form::text:
          pending_ += part.name;
          break;
        case Part::Form::variable:
          write_variable(part);
          break;
        case Part::Form::section:
          write_section(part);
          break;
        case Part::Form::inverted:
          write_inverted(part);
          break;
      }
    }
  }

  void write_variable(const Part& part) {
    const Meaning meaning = meaning_of(part.name);
    if (!meaning.known) return write_tag(part.raw ? "&" : "", part.name);
    if (meaning.value == nullptr || !meaning.value->is_string()) return;
    const auto& text = meaning.value->get_ref<const std::string&>();
    pending_ += part.raw ? text : escape_markup(text);
  }

  void write_section(const Part& part) {
    const Meaning meaning = meaning_of(part.name);
    if (meaning.known && is_constant_section(part, meaning)) {
      for_each_scope(meaning, [&] { write_all(part.inner); });
      return;
    }
    write_tag("#", part.name);
    scopes_.push_back(nullptr);
    write_all(part.inner);
    scopes_.pop_back();
    write_tag("/", part.name);
  }

  void write_inverted(const Part& part) {
    const Meaning meaning = meaning_of(part.name);
    if (meaning.known) {
      if (meaning.value == nullptr || is_false(*meaning.value)) write_all(part.inner);
      return;
    }
    write_tag("^", part.name);
    write_all(part.inner);
    write_tag("/", part.name);
  }

  void write_tag(std::string_view sigil, std::string_view name) {
    end_text();
    std::string short_name = name == "." ? "." : "";
    while (name != "." && !name.empty()) {
      const std::string_view part = first_part(name);
      const auto [known, fresh] = out_.names.try_emplace(std::string(part));
      if (fresh) known->second = short_name_of(out_.names.size() - 1);
      short_name += (short_name.empty() ? "" : ".") + known->second;
      name.remove_prefix(std::min(part.size() + 1, name.size()));
    }
    out_.text += fmt::format("{{{{{}{}}}}}", sigil, short_name);
  }

  // "A", "B"… "Z", "AB"…
  static std::string short_name_of(std::size_t number) {
    constexpr std::size_t letters = 26;
    std::string name;
    do {
      name += static_cast<char>('A' + number % letters);
      number /= letters;
    } while (number > 0);
    return name;
  }

  void end_text() {
    if (pending_.empty()) return;
    out_.text += mark_of(out_.texts.size());
    out_.texts.push_back(std::move(pending_));
    pending_.clear();
  }

  Json constants_;
  std::vector<const Json*> scopes_;
  std::string pending_;  // the text since the last tag
  PreparedLayout out_;
};

}  // namespace

std::string PreparedLayout::expand(std::string_view rendered) const {
  std::string out;
  std::size_t at = 0;
  for (std::size_t mark = rendered.find(mark_sign); mark != std::string_view::npos;
       mark = rendered.find(mark_sign, at)) {
    out += rendered.substr(at, mark - at);
    const std::string_view whole = rendered.substr(mark, mark_length);
    const bool known = whole.size() == mark_length && number_of(whole) < texts.size();
    if (!known) throw std::logic_error("a text holds U+001F");
    out += texts[number_of(whole)];
    at = mark + mark_length;
  }
  return out += rendered.substr(at);
}

PreparedLayout prepare_layout(const Theme& theme, const std::string& layout,
                              const Json& constants) {
  Parts parts;
  Reader(theme).read(theme.layouts.at(layout).text, parts);
  return Writer(has_brace(constants) ? Json::object() : constants).write(parts);
}

}  // namespace pes
