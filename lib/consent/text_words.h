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
  markup  ///< Besides, as a browser shows it: a name may be split by tags within a line.
};

/// Behind the tag or comment that begins at `at`, or `at` where none does.
std::size_t end_of_tag(std::string_view text, std::size_t at);

/// True for tags that a browser shows nothing of, and comments: a word goes on across them.
bool is_inline_tag(std::string_view tag);

/// Reads the words of a text one after the other, closely.
class WordReader {
 public:
  /// Shape: `at` is no place within a word or, for markup, within a tag.
  WordReader(std::string_view text, std::size_t at, Reading reading, Escapes escapes)
      : text_(text), at_(at), reading_(reading), escapes_(escapes) {}

  /// The next word; nothing behind the last.
  std::optional<TextWord> next();

 private:
  bool read_tag();
  void note_gap(char32_t character);

  std::string_view text_;
  std::size_t at_;
  Reading reading_;
  Escapes escapes_;
  std::uint16_t gap_ = 0;
  bool all_capital_ = false;
  std::size_t letters_ = 0;
};

}  // namespace pes
