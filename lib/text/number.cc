#include "text/number.h"

#include <cassert>
#include <vector>

#include "text/utf8.h"

namespace pes {

namespace {

constexpr std::int64_t scale = 1000;
constexpr std::int64_t largest = 1'000'000'000'000'000;
constexpr std::string_view group_separator = "\u202F";

struct Parts {
  bool negative = false;
  std::vector<std::string> groups;
  std::string decimals;
  bool has_decimals = false;
};

bool is_digit(char32_t character) { return character >= U'0' && character <= U'9'; }

// Splits "-2 600,5" into sign, groups ("2", "600") and decimals ("5").
std::optional<Parts> split(std::string_view text) {
  Parts parts;
  parts.groups.emplace_back();
  for (std::size_t offset = 0; offset < text.size();) {
    const bool first = offset == 0;
    const char32_t c = next_character(text, offset);
    if (first && (c == U'-' || c == U'−')) {
      parts.negative = true;
    } else if (is_digit(c)) {
      (parts.has_decimals ? parts.decimals : parts.groups.back()) += static_cast<char>(c);
    } else if (is_space(c) && !parts.has_decimals) {
      parts.groups.emplace_back();
    } else if ((c == U',' || c == U'.') && !parts.has_decimals) {
      parts.has_decimals = true;
    } else {
      return std::nullopt;
    }
  }
  return parts;
}

constexpr std::size_t group_length = 3;
constexpr std::size_t most_decimals = 3;

bool is_ambiguous(const Parts& parts) {
  const std::string& digits = parts.groups.front();
  return parts.groups.size() == 1 && parts.decimals.size() == group_length && !digits.empty() &&
         digits.size() <= group_length && digits.front() != '0';
}

bool well_grouped(const Parts& parts) {
  if (parts.groups.front().empty()) return false;
  if (parts.groups.size() > 1 && parts.groups.front().size() > 3) return false;
  for (std::size_t i = 1; i < parts.groups.size(); ++i) {
    if (parts.groups[i].size() != 3) return false;
  }
  if (!parts.has_decimals) return true;
  const std::size_t last = parts.decimals.find_last_not_of('0');
  return !parts.decimals.empty() && (last == std::string::npos || last < most_decimals);
}

std::string format(Decimal value, std::string_view separator, char point) {
  const bool negative = value.thousandths < 0;
  const auto magnitude = negative ? 0 - static_cast<std::uint64_t>(value.thousandths)
                                  : static_cast<std::uint64_t>(value.thousandths);
  const std::string units = std::to_string(magnitude / scale);
  std::string out = negative ? "-" : "";
  for (std::size_t i = 0; i < units.size(); ++i) {
    if (i > 0 && (units.size() - i) % 3 == 0) out += separator;
    out += units[i];
  }
  std::string decimals = std::to_string(scale + magnitude % scale).substr(1);
  while (!decimals.empty() && decimals.back() == '0') decimals.pop_back();
  return decimals.empty() ? out : out + point + decimals;
}

}  // namespace

Decimal whole(std::int64_t value) {
  assert(value <= largest && value >= -largest);
  return {value * scale};
}

std::optional<TwoReadings> two_readings(std::string_view text) {
  const auto parts = split(text);
  if (!parts || !is_ambiguous(*parts)) return std::nullopt;
  const std::string units = (parts->negative ? "-" : "") + parts->groups.front();
  std::string decimals = parts->decimals.substr(0, parts->decimals.find_last_not_of('0') + 1);
  if (decimals.size() == group_length) decimals += '0';
  const char mark = text[text.find_first_of(".,")];
  return TwoReadings{units + parts->decimals, decimals.empty() ? units : units + mark + decimals};
}

std::optional<Decimal> parse_decimal(std::string_view text) {
  auto parts = split(text);
  if (!parts || !well_grouped(*parts) || is_ambiguous(*parts)) return std::nullopt;
  std::string digits;
  for (const auto& group : parts->groups) digits += group;
  if (digits.size() > 16) return std::nullopt;
  parts->decimals.resize(most_decimals, '0');
  std::int64_t units = 0;
  for (char digit : digits) units = units * 10 + (digit - '0');
  if (units > largest) return std::nullopt;
  const std::int64_t value = units * scale + std::stoll(parts->decimals);
  return Decimal{parts->negative ? -value : value};
}

std::optional<Decimal> add(Decimal a, Decimal b) {
  Decimal sum;
  if (__builtin_add_overflow(a.thousandths, b.thousandths, &sum.thousandths)) return std::nullopt;
  return sum;
}

std::string format_number(Decimal value) { return format(value, group_separator, ','); }

std::string format_plain(Decimal value) { return format(value, "", '.'); }

}  // namespace pes
