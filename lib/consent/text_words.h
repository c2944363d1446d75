#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "consent/people.h"
#include "text/letters.h"

namespace pes {

/// What stands before a word: several of these.
struct Gap {
  static constexpr std::uint16_t space = 1;  ///< One space.
  static constexpr std::uint16_t line = 2;   ///< A line end, a tab, several spaces, a block tag.
  static constexpr std::uint16_t comma = 4;
  static constexpr std::uint16_t hyphen = 8;
  static constexpr std::uint16_t dot = 16;
  static constexpr std::uint16_t joint = 32;  ///< What ties words of an address.
  static constexpr std::uint16_t quote = 64;  ///< A quotation mark or a bracket.
  static constexpr std::uint16_t ampersand = 128;
  static constexpr std::uint16_t apostrophe = 256;
  static constexpr std::uint16_t other = 512;
};

/// A word and what stands before it.
struct TextWord {
  NameWord word;
  std::uint16_t gap = 0;

  [[nodiscard]] bool has(unsigned gaps) const { return (gap & gaps) != 0; }
};

/// How a text is to be read.
enum class Reading : std::uint8_t {
  text,   ///< Words and what stands between them.
  table,  ///< Besides, commas part the cells of lines.
  markup  ///< Besides, as a browser shows it: a name may be split by tags within a line.
};

/// Where the tags and comments of a text end.
///
/// Shape: asked from the front to the back. What ends none is looked for once, however many « < »
///        stand before it.
class TagEnds {
 public:
  explicit TagEnds(std::string_view text) : text_(text) {}

  /// Behind the tag or comment that begins at `at`, or `at` where none does.
  std::size_t behind(std::size_t at);

 private:
  // Looks for what ends a tag, and keeps how far.
  struct End {
    std::string_view sign;
    std::size_t place = 0;
    bool found = false;
    std::size_t behind(std::string_view text, std::size_t at);
  };

  std::string_view text_;
  End tag_{">"};
  End comment_{"-->"};
};

/// True for tags that a browser shows nothing of, and comments: a word goes on across them.
bool is_inline_tag(std::string_view tag);

/// Reads the words of a text one after the other, closely.
class WordReader {
 public:
  /// Shape: `at` is no place within a word or, for markup, within a tag.
  WordReader(std::string_view text, std::size_t at, Reading reading, Escapes escapes)
      : text_(text), tag_ends_(text), at_(at), reading_(reading), escapes_(escapes) {}

  /// The next word; nothing behind the last.
  std::optional<TextWord> next();

 private:
  bool read_tag();
  void note_gap(char32_t character);

  std::string_view text_;
  TagEnds tag_ends_;
  std::size_t at_;
  Reading reading_;
  Escapes escapes_;
  std::uint16_t gap_ = 0;
  bool all_capital_ = false;
  std::size_t letters_ = 0;
};

}  // namespace pes
