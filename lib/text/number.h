#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace pes {

/// A number with at most three decimals, exact.
///
/// Units: thousandths, so that sums stay in integer arithmetic.
struct Decimal {
  std::int64_t thousandths = 0;

  friend bool operator==(Decimal, Decimal) = default;
  friend auto operator<=>(Decimal, Decimal) = default;
};

/// The whole number `value` as a Decimal.
///
/// Shape: |value| ≤ 10^15.
Decimal whole(std::int64_t value);

/// What a number may mean whose point or comma parts thousands to some, and decimals to others.
///
/// Shape: as people may type it, with one meaning: « 2600 » and « 2.6 », « 2125 » and « 2.1250 ».
struct TwoReadings {
  std::string whole;
  std::string fraction;
};

/// The readings of « 2.600 », « 2,600 » and « 1.000 »: one to three digits, a point or a comma, and
/// exactly three digits; nothing for any other text, nor for « 0,125 », which groups nothing.
std::optional<TwoReadings> two_readings(std::string_view text);

/// Reads a number as French hands type it: `2600`, `2 600` (any kind of space between groups of
/// three digits), `12,5`, `12.5`, `-3`.
///
/// Errors: nothing for any other text, for what has two_readings(), for more than three decimals
///         but zeros, and beyond ±10^15.
std::optional<Decimal> parse_decimal(std::string_view text);

/// The sum, or nothing when it does not fit.
std::optional<Decimal> add(Decimal a, Decimal b);

/// The number as French readers expect it: groups of three digits separated by U+202F, a decimal
/// comma, no trailing zero.
std::string format_number(Decimal value);

/// The number for machines: no grouping, a decimal point, no trailing zero.
std::string format_plain(Decimal value);

}  // namespace pes
