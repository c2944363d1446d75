#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace pes {

/// A pattern found in plain text.
struct FoundContact {
  std::size_t end = 0;
  std::string plain;     ///< In a form that can be compared.
  bool grouped = false;  ///< Its digits stand in groups.
};

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_letter(char c) { return c >= 'a' && c <= 'z'; }
constexpr bool is_alphanumeric(char c) { return is_digit(c) || is_letter(c); }
constexpr bool is_one_of(char c, std::string_view signs) {
  return signs.find(c) != std::string_view::npos;
}

/// « 03 80 12 34 56 », in any grouping, but no date and no list that counts on.
///
/// Shape: here and below, `text` is folded to lower-case ASCII, and `at < text.size()`.
std::optional<FoundContact> find_national_phone(std::string_view text, std::size_t at);

/// « +33 3 80 12 34 56 », in the form of a national number.
std::optional<FoundContact> find_international_phone(std::string_view text, std::size_t at);

/// Sex, year, month, department, municipality, order: 13 characters, then a key of two digits.
std::optional<FoundContact> find_social_security(std::string_view text, std::size_t at);

/// An IBAN of a country of the single euro payments area.
std::optional<FoundContact> find_bank_account(std::string_view text, std::size_t at);

}  // namespace pes
