#include "consent/contact_hints.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

#include "consent/contact_numbers.h"

namespace pes {

namespace {

// What a byte asks for.
enum class Hint : std::uint8_t {
  none,    // one more between two digits
  unseen,  // the rest of a character, and signs that Markdown takes for its own
  digit,
  bracket,
  base,        // the b of « arobase »
  emphasis,    // unseen between letters
  escape,      // of HTML, JSON, an address, Markdown
  latin,       // the first byte of U+0080 to U+00BF
  punctuation  // the first byte of U+2000 to U+2FFF
};

// Beside the contacts themselves, whatever can stand for an ASCII character.
constexpr auto always = static_cast<Hint>(0xFF);

constexpr std::array<Hint, 256> make_hints() {
  std::array<Hint, 256> hints{};
  for (std::size_t byte = 0x80; byte < hints.size(); ++byte) {
    hints.at(byte) = byte < 0xC0 ? Hint::unseen : byte < 0xC6 ? Hint::none : always;
  }
  const auto give = [&](std::string_view bytes, Hint hint) {
    for (const char c : bytes) hints.at(static_cast<unsigned char>(c)) = hint;
  };
  give("0123456789", Hint::digit);
  give("[({<", Hint::bracket);
  give("bB", Hint::base);
  give("&%\\", Hint::escape);
  hints['*'] = Hint::emphasis;
  hints['@'] = always;
  hints[0xC2] = Hint::latin;
  hints[0xE2] = Hint::punctuation;
  return hints;
}
constexpr std::array<Hint, 256> hints = make_hints();

Hint hint_of(char c) { return hints[static_cast<unsigned char>(c)]; }

bool is_any_letter(char c) { return is_letter(static_cast<char>(c | 0x20)); }

bool is_beyond_ascii(char c) { return static_cast<unsigned char>(c) >= 0x80; }

class Glance {
 public:
  explicit Glance(std::string_view text) : text_(text) {}

  bool finds_hint() {
    for (std::size_t at = 0; at < text_.size(); ++at) {
      if (is_hint(at)) return true;
    }
    return false;
  }

 private:
  // The byte so far from a place, or NUL.
  [[nodiscard]] char byte(std::size_t at, std::ptrdiff_t away) const {
    const std::size_t place = at + static_cast<std::size_t>(away);
    return place < text_.size() ? text_[place] : '\0';
  }

  bool is_hint(std::size_t at) {
    const Hint hint = hint_of(text_[at]);
    if (hint == Hint::digit) return is_number(at);
    if (hint == Hint::unseen) return false;
    if (hint == Hint::emphasis) return is_within_word(at);
    ++gap_;
    switch (hint) {
      case Hint::none:
        return false;
      case Hint::bracket:
        return is_disguise(at);
      case Hint::base:
        return is_arobase(at);
      case Hint::escape:
        return is_escape(at);
      case Hint::latin:
        if (is_one_of(byte(at, 1), "\xB2\xB3\xB9")) return is_number(at);  // raised digits
        return byte(at, 1) == '\xAD';                                      // soft hyphen
      case Hint::punctuation:
        return !is_known_punctuation(at);
      default:
        return true;
    }
  }

  bool is_number(std::size_t at) {
    constexpr std::size_t widest_gap = 6;
    constexpr std::size_t fewest_digits = 9;
    digits_ = gap_ > widest_gap ? 1 : digits_ + 1;
    gap_ = 0;
    return digits_ >= fewest_digits || begins_account(at);
  }

  // « FR76 »
  [[nodiscard]] bool begins_account(std::size_t at) const {
    return is_digit(byte(at, 1)) && is_any_letter(byte(at, -1)) && is_any_letter(byte(at, -2)) &&
           !is_any_letter(byte(at, -3)) && !is_digit(byte(at, -3));
  }

  [[nodiscard]] bool is_within_word(std::size_t at) const {
    // Only the first star of a run looks further.
    if (!is_any_letter(byte(at, -1))) return false;
    return is_any_letter(text_[std::min(text_.find_first_not_of('*', at), text_.size() - 1)]);
  }

  // « arobase », whatever accents its vowels have
  [[nodiscard]] bool is_arobase(std::size_t at) const {
    const bool before = is_one_of(byte(at, -2), "rR") || is_one_of(byte(at, -3), "rR");
    const char next = byte(at, 1);
    const bool after = is_one_of(next, "aA")
                           ? is_one_of(byte(at, 2), "sS")
                           : is_beyond_ascii(next) && is_one_of(byte(at, 3), "sS");
    return before && after;
  }

  // Escapes are read by who looks closely; an ampersand or a percent sign alone is none.
  [[nodiscard]] bool is_escape(std::size_t at) const {
    const char next = byte(at, 1);
    const bool word = is_any_letter(next) || is_digit(next);
    return text_[at] == '&' ? word || next == '#' : word;
  }

  // « (at) », « [point] », « { à } »
  [[nodiscard]] bool is_disguise(std::size_t at) const {
    const auto skip = [&](auto belongs) {
      do ++at;
      while (at < text_.size() && (belongs(text_[at]) || is_one_of(text_[at], "*\\")));
      return at < text_.size() ? text_[at] : '\0';
    };
    const auto is_blank = [](char c) { return is_one_of(c, " \t\n"); };
    const char first = skip(is_blank);
    if (!is_one_of(first, "aAcCpPdD")) return is_beyond_ascii(first);
    char next = skip(is_any_letter);
    if (is_blank(next)) next = skip(is_blank);
    return is_one_of(next, "])}>") || is_beyond_ascii(next);
  }

  // Quotes, dashes and spaces; the euro sign.
  [[nodiscard]] bool is_known_punctuation(std::size_t at) const {
    const auto second = static_cast<unsigned char>(byte(at, 1));
    const auto third = static_cast<unsigned char>(byte(at, 2));
    if (second == 0x82) return third == 0xAC;
    const bool invisible = third >= 0x8B && third <= 0x8F;
    return second == 0x80 && !invisible && third < 0xAA;
  }

  std::string_view text_;
  std::size_t digits_ = 0;  // of which none is far from the one before
  std::size_t gap_ = 0;     // characters since the last digit
};

}  // namespace

bool may_hold_contacts(std::string_view text) { return Glance(text).finds_hint(); }

}  // namespace pes
