#include "publish/plain_text.h"

#include <algorithm>
#include <set>

#include "images/format.h"
#include "text/letters.h"
#include "text/utf7.h"
#include "text/utf8.h"

namespace pes {

namespace {

constexpr int deepest = 4;

// Line ends of Windows are no control characters here, and a form feed ends a page.
bool is_plain(std::string_view text) {
  if (find_invalid_utf8(text)) return false;
  for (auto at = find_control_character(text); at; at = find_control_character(text)) {
    if (text[*at] != '\r' && text[*at] != '\f') return false;
    text.remove_prefix(*at + 1);
  }
  return true;
}

// What the name of a text hides: programs that look into a file would open it as something else.
bool is_something_else(std::string_view text) {
  return text.substr(0, 1024).find("%PDF-") != std::string_view::npos || text.starts_with("{\\rtf");
}

bool declares_other_encoding(std::string_view markup) {
  if (!markup.starts_with("<?xml")) return false;
  const std::string prologue = fold(markup.substr(0, markup.find("?>")));
  const std::size_t at = prologue.find("encoding");
  return at != std::string::npos && prologue.find("utf-8", at) == std::string::npos &&
         prologue.find("us-ascii", at) == std::string::npos;
}

int base64_digit(char c) {
  if (c >= 'A' && c <= 'Z') return c - 'A';
  if (c >= 'a' && c <= 'z') return c - 'a' + 26;
  if (c >= '0' && c <= '9') return c - '0' + 52;
  if (c == '+' || c == '-') return 62;
  if (c == '/' || c == '_') return 63;
  return -1;
}

// What base64 says up to the first character that is none; `%2B` and the like end it.
std::string from_base64(std::string_view text) {
  std::string out;
  unsigned bits = 0;
  unsigned held = 0;
  for (const char c : text) {
    if (c == '\n' || c == '\r' || c == ' ' || c == '\\') continue;
    const int digit = base64_digit(c);
    if (digit < 0) break;
    held = (held << 6U | static_cast<unsigned>(digit)) & 0xFFFFU;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    out += static_cast<char>(held >> bits & 0xFFU);
  }
  return out;
}

// What escapes stand for, of what addresses are written with.
std::string unescaped(std::string_view text, Escapes escapes) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const Letter letter = read_letter(text, at, escapes);
    const bool escaped = (letter.length > 1 || text[at] == '\\') && letter.character < 0x80;
    if (!escaped) {
      out += text.substr(at, letter.length);
    } else if (letter.character != 0) {
      out += static_cast<char>(letter.character);
    }
    at += letter.length;
  }
  return out;
}

// Behind the next « ;base64, », in any case and with the blanks that browsers pass over; 0 where
// there is none.
std::size_t behind_mark(std::string_view text, std::size_t from) {
  constexpr std::string_view mark = ";base64,";
  constexpr std::string_view blanks = " \t\r\n";
  for (std::size_t begin = text.find(mark.front(), from); begin != std::string_view::npos;
       begin = text.find(mark.front(), begin + 1)) {
    std::size_t at = begin;
    for (const char sign : mark) {
      while (at < text.size() && blanks.find(text[at]) != std::string_view::npos) ++at;
      const bool capital = at < text.size() && text[at] >= 'A' && text[at] <= 'Z';
      if (at == text.size() || (capital ? text[at] + ('a' - 'A') : text[at]) != sign) break;
      ++at;
      if (sign == mark.back()) return at;
    }
  }
  return 0;
}

class Reader {
 public:
  explicit Reader(DocumentKind kind) : kind_(kind) {}

  DocumentText read(std::string text) {
    if (kind_ == DocumentKind::calendar) text = unfolded(text);
    std::string other = from_utf7(text);
    if (!other.empty()) out_.texts.push_back(std::move(other));
    read_text(std::move(text), 0);
    return std::move(out_);
  }

 private:
  void read_text(std::string text, int depth) {
    if (!is_plain(text)) return out_.miss(Unread::encoding);
    if (is_something_else(text)) return out_.miss(Unread::damaged);
    if (declares_other_encoding(text)) return out_.miss(Unread::encoding);
    if (kind_ == DocumentKind::markup && text.find("<!ENTITY") != std::string::npos) {
      out_.miss(Unread::part);
    }
    read_packed(text, depth);
    out_.texts.push_back(std::move(text));
  }

  // The address of what it packs may be escaped, as HTML, scripts and style sheets do.
  void read_packed(std::string_view text, int depth) {
    std::set<std::string> known;
    read_packed(text, depth, known);
    if (text.find_first_of("&\\%") == std::string_view::npos) return;
    read_packed(unescaped(text, Escapes::code), depth, known);
    if (text.find('\\') == std::string_view::npos) return;
    read_packed(unescaped(text, Escapes::style), depth, known);
  }

  void read_packed(std::string_view text, int depth, std::set<std::string>& known) {
    for (std::size_t at = behind_mark(text, 0); at != 0; at = behind_mark(text, at)) {
      std::string inside = from_base64(text.substr(at));
      if (!known.insert(inside).second) continue;
      const ImageFormat format = image_format(inside);
      if (is_publishable(format)) {
        append_picture(inside, out_);
      } else if (depth < deepest && is_plain(inside)) {
        read_text(std::move(inside), depth + 1);
      } else {
        out_.miss(Unread::part);
      }
    }
  }

  // Lines of a calendar go on in the next one that begins with a space, in the middle of a word or
  // of a character.
  std::string unfolded(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
      if (text[at] == '\r') continue;
      const bool goes_on =
          text[at] == '\n' && at + 1 < text.size() && (text[at + 1] == ' ' || text[at + 1] == '\t');
      if (goes_on) {
        ++at;
      } else {
        out += text[at];
      }
    }
    if (fold(out).find("encoding=") != std::string::npos) out_.miss(Unread::part);
    return out;
  }

  DocumentKind kind_;
  DocumentText out_;
};

}  // namespace

DocumentText plain_text(DocumentKind kind, std::string bytes) {
  return Reader(kind).read(std::move(bytes));
}

}  // namespace pes
