#pragma once

#include <cstdint>
#include <string>

namespace pes {

/// What a character is to a reader of words.
struct LetterForm {
  enum class Role : std::uint8_t {
    separator,  ///< It ends a word.
    invisible,  ///< It shows nothing, or an accent: a word goes on across it.
    letter      ///< It belongs to a word.
  };
  Role role = Role::separator;
  bool capital = false;
  std::string folded;  ///< Of letters: without case, accent, ligature and disguise.
};

/// The form of a character. Mathematical, circled and wide letters are the letters that they are
/// made from, barred ones are without their bar, and those of other alphabets that look like a
/// Latin one are that one.
///
/// Source: Unicode: Default_Ignorable_Code_Point, NFKC_Casefold (UAX #44), confusables (UTS #39),
///         and CLDR's transliteration Latin-ASCII.
const LetterForm& letter_form(char32_t character);

}  // namespace pes
