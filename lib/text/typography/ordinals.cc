#include "text/typography/ordinals.h"

#include <algorithm>
#include <array>

#include "text/utf8.h"

namespace pes {

namespace {

struct Ending {
  std::string_view typed;  // folded
  std::string_view shown;
};

constexpr std::array of_first = {Ending{"er", "er"},    Ending{"ers", "ers"},  Ending{"ier", "er"},
                                 Ending{"iers", "ers"}, Ending{"re", "re"},    Ending{"res", "res"},
                                 Ending{"ere", "re"},   Ending{"eres", "res"}, Ending{"iere", "re"},
                                 Ending{"ieres", "res"}};
constexpr std::array of_second = {Ending{"nd", "nd"},   Ending{"nds", "nds"},
                                  Ending{"nde", "nde"}, Ending{"ndes", "ndes"},
                                  Ending{"de", "de"},   Ending{"des", "des"}};
constexpr std::array of_others = {Ending{"e", "e"},     Ending{"es", "es"},  Ending{"eme", "e"},
                                  Ending{"emes", "es"}, Ending{"ieme", "e"}, Ending{"iemes", "es"}};

constexpr auto counted_in_roman = std::to_array<std::string_view>(
    {"siecle", "siecles", "republique", "arrondissement", "dynastie", "empire", "legislature",
     "millenaire", "internationale"});

constexpr std::size_t longest_ending = 7;   // bytes of « ièmes », with one to spare
constexpr std::size_t longest_number = 15;  // bytes, in groups

template <typename Endings>
std::string_view find_ending(const Endings& endings, std::string_view typed) {
  const auto found = std::find_if(endings.begin(), endings.end(),
                                  [&](const Ending& ending) { return ending.typed == typed; });
  return found == endings.end() ? std::string_view() : found->shown;
}

// In capitals only where « 2E » and « 2ES » cannot be meant.
bool is_case_sure(std::string_view ending, std::string_view folded) {
  if (!is_capital(character_at(ending, 0))) {
    return std::none_of(ending.begin(), ending.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  }
  return folded == "er" || folded == "ere" || folded == "eme" || folded == "ieme";
}

std::string_view ending_of(std::string_view number, std::string_view typed) {
  if (typed.empty() || typed.size() > longest_ending || number.size() > longest_number) return {};
  const std::string folded = fold(typed);
  if (!is_case_sure(typed, folded)) return {};
  if (number == "1") return find_ending(of_first, folded);
  const std::string_view second = number == "2" ? find_ending(of_second, folded) : "";
  return second.empty() ? find_ending(of_others, folded) : second;
}

std::size_t numeral_end(std::string_view text, std::size_t at) {
  return std::min(text.find_first_not_of("IVX", at), text.size());
}

// Numbers to 39 as they are written.
bool is_numeral(std::string_view letters) {
  const std::size_t tens = std::min(letters.find_first_not_of('X'), letters.size());
  const std::string_view ones = letters.substr(tens);
  const bool regular = ones.size() <= 3 && ones.find_first_not_of('I') == std::string_view::npos;
  const bool from_five = ones.starts_with('V') && ones.size() <= 4 &&
                         ones.find_first_not_of('I', 1) == std::string_view::npos;
  return !letters.empty() && tens <= 3 && (regular || from_five || ones == "IV" || ones == "IX");
}

bool is_counted_in_roman(std::string_view text, std::size_t at) {
  const std::size_t begin = gap_end(text, at);
  const std::string word = fold(slice(text, {begin, letters_end(text, begin)}));
  return begin > at && std::find(counted_in_roman.begin(), counted_in_roman.end(), word) !=
                           counted_in_roman.end();
}

}  // namespace

std::size_t set_ordinal(Galley& galley, Extent number) {
  const std::string_view text = galley.text();
  const Extent typed{number.end, letters_end(text, number.end)};
  if (slice(text, number).starts_with('0') || is_digit(character_at(text, typed.end))) {
    return number.end;
  }
  const std::string_view ending = ending_of(slice(text, number), slice(text, typed));
  if (ending.empty()) return number.end;
  galley.raise(typed, ending);
  return typed.end;
}

std::size_t set_roman_ordinal(Galley& galley, std::size_t at) {
  const std::string_view text = galley.text();
  const std::size_t end = numeral_end(text, at);
  const std::string_view numeral = text.substr(at, end - at);
  const Extent typed{end, letters_end(text, end)};
  const std::string_view letters = slice(text, typed);
  const bool possible = !is_word_character(character_before(text, at)) && is_numeral(numeral) &&
                        !is_capital(character_at(text, end)) &&
                        !is_digit(character_at(text, typed.end));
  if (!possible) return end;
  if (numeral == "I") {
    if (letters == "er") galley.raise(typed, "er");
    return end;
  }
  const std::string_view ending = ending_of(numeral, letters);
  const bool bare = letters == "e" && numeral.size() == 1;
  if (!ending.empty() && (!bare || is_counted_in_roman(text, typed.end))) {
    galley.raise(typed, ending);
  }
  return end;
}

}  // namespace pes
