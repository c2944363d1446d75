#include "consent/seamless_text.h"

#include <algorithm>
#include <array>

namespace pes {

namespace {

using std::string_view;

struct Range {
  std::size_t begin = 0;
  std::size_t end = 0;
};

constexpr auto hyphens = std::to_array<string_view>(
    {"-", "\u2010", "\u2011", "\u00AD", "\u00AC", "&shy;", "&hyphen;", "&dash;", "&#45;", "&#173;",
     "&#xad;", "&#xAD;", "&#xAd;", "&#8208;", "&#x2010;", "\\u00ad", "\\u00AD", "\\u2010", "="});
constexpr string_view section_begin = "<![CDATA[";
constexpr string_view section_end = "]]>";

constexpr bool is_letter_or_digit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         static_cast<unsigned char>(c) >= 0x80;
}

// A word, or an escape of one of its letters.
bool ends_word(string_view text) {
  return !text.empty() && (is_letter_or_digit(text.back()) || text.back() == ';');
}
bool begins_word(string_view text) {
  return !text.empty() && (is_letter_or_digit(text.front()) ||
                           string_view("&\\%<").find(text.front()) != string_view::npos);
}

// Where the hyphen begins that a text ends with; nothing where it ends with none behind a word.
std::optional<std::size_t> hyphen_at_end(string_view text) {
  for (const string_view hyphen : hyphens) {
    if (!text.ends_with(hyphen)) continue;
    text.remove_suffix(hyphen.size());
    return ends_word(text) ? std::optional(text.size()) : std::nullopt;
  }
  return std::nullopt;
}

// For each byte whether a hyphen, a backslash, or a blank behind one may end with it.
constexpr std::array<bool, 256> make_last_bytes() {
  std::array<bool, 256> bytes{};
  for (const char c : string_view("\\ \t\r")) bytes[static_cast<unsigned char>(c)] = true;
  for (const string_view hyphen : hyphens) bytes[static_cast<unsigned char>(hyphen.back())] = true;
  return bytes;
}
constexpr std::array<bool, 256> last_bytes = make_last_bytes();
bool may_be_last(char c) { return last_bytes[static_cast<unsigned char>(c)]; }

string_view without_blanks_behind(string_view text) {
  while (text.ends_with(' ') || text.ends_with('\t') || text.ends_with('\r')) {
    text.remove_suffix(1);
  }
  return text;
}

// Behind blanks, line ends, and the signs of quoted lines.
std::size_t behind_margin(string_view text, std::size_t at) {
  constexpr std::size_t widest = 64;
  const std::size_t end = std::min(text.size(), at + widest);
  while (at < end && string_view(" \t\r\n\f>").find(text[at]) != string_view::npos) ++at;
  return at;
}

bool has_name(string_view tag, string_view name) {
  if (tag.size() <= name.size()) return false;
  const bool same = std::equal(name.begin(), name.end(), tag.begin(),
                               [](char a, char b) { return a == (b | 0x20) || a == b; });
  const char after = tag[name.size()];
  return same && !is_letter_or_digit(after) && after != '-';
}

class Seams {
 public:
  Seams(string_view text, Reading reading) : text_(text), reading_(reading) {}

  std::vector<Range> find() {
    for (std::size_t at = text_.find('\n'); at != string_view::npos;
         at = text_.find('\n', at + 1)) {
      if (at > 0 && may_be_last(text_[at - 1])) add_line_end(at, at + 1);
    }
    for (std::size_t at = text_.find("\\n"); at != string_view::npos;
         at = text_.find("\\n", at + 2)) {
      const bool pair = text_.substr(0, at).ends_with("\\r");
      add_line_end(pair ? at - 2 : at, at + 2);
    }
    if (reading_ == Reading::markup) find_tags();
    std::sort(found_.begin(), found_.end(),
              [](const Range& a, const Range& b) { return a.begin < b.begin; });
    return std::move(found_);
  }

 private:
  // A line end, as a sign or a tag.
  void add_line_end(std::size_t begin, std::size_t end) {
    constexpr std::size_t longest = 32;
    const std::size_t from = begin - std::min(begin, longest);
    const string_view before = without_blanks_behind(text_.substr(from, begin - from));
    if (before.empty() || !may_be_last(before.back())) return;
    const bool escaped = before.ends_with('\\') && ends_word(before.substr(0, before.size() - 1));
    const auto hyphen = escaped ? std::optional(before.size() - 1) : hyphen_at_end(before);
    if (!hyphen) return;
    end = behind_margin(text_, end);
    if (begins_word(text_.substr(end))) found_.push_back({from + *hyphen, end});
  }

  void find_tags() {
    for (std::size_t at = text_.find('<'); at != string_view::npos; at = text_.find('<', at + 1)) {
      if (!may_be_seam(text_.substr(at, 3))) continue;
      const string_view tag = text_.substr(at + 1);
      if (has_name(tag, "rt") || has_name(tag, "rp")) {
        found_.push_back({at, behind_aside(at)});
      } else if (has_name(tag, "br")) {
        if (const std::size_t end = tag.substr(0, longest_tag).find('>');
            end != string_view::npos) {
          add_line_end(at, at + end + 2);
        }
      } else if (text_.substr(at).starts_with(section_begin)) {
        add_section(at);
      }
    }
  }

  // To where it closes, or something else of a ruby begins.
  [[nodiscard]] std::size_t behind_aside(std::size_t begin) const {
    constexpr std::size_t longest = 4096;
    const string_view near = text_.substr(0, begin + longest);
    for (std::size_t at = near.find('<', begin + 1); at != string_view::npos;
         at = near.find('<', at + 1)) {
      const string_view tag = near.substr(at + 1);
      if (has_name(tag, "/rt") || has_name(tag, "/rp")) {
        const std::size_t end = near.find('>', at);
        return end == string_view::npos ? begin : end + 1;
      }
      for (const string_view name : {"rt", "rp", "rb", "rtc", "/rtc", "/ruby"}) {
        if (has_name(tag, name)) return at;
      }
    }
    return begin;
  }

  void add_section(std::size_t at) {
    found_.push_back({at, at + section_begin.size()});
    if (section_end_ >= at && section_end_ != 0) return;
    section_end_ = text_.find(section_end, at);
    if (section_end_ == string_view::npos) return;
    found_.push_back({section_end_, section_end_ + section_end.size()});
  }

  static constexpr std::size_t longest_tag = 256;

  string_view text_;
  Reading reading_;
  std::size_t section_end_ = 0;  // of the last section
  std::vector<Range> found_;
};

}  // namespace

std::size_t SeamlessText::begin_of(std::size_t place) const {
  const auto behind =
      std::upper_bound(seams.begin(), seams.end(), place,
                       [](std::size_t wanted, const Seam& seam) { return wanted < seam.place; });
  if (behind == seams.begin()) return place;
  return (behind - 1)->end + (place - (behind - 1)->place);
}

std::size_t SeamlessText::end_of(std::size_t place) const { return begin_of(place - 1) + 1; }

std::optional<SeamlessText> without_seams(std::string_view text, Reading reading) {
  const std::vector<Range> ranges = Seams(text, reading).find();
  if (ranges.empty()) return std::nullopt;
  SeamlessText out;
  std::size_t done = 0;
  for (const Range& range : ranges) {
    if (range.begin < done || range.end <= range.begin) continue;
    out.text += text.substr(done, range.begin - done);
    out.seams.push_back({out.text.size(), range.begin, range.end});
    done = range.end;
  }
  out.text += text.substr(done);
  return out;
}

}  // namespace pes
