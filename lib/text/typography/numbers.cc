#include "text/typography/numbers.h"

#include <algorithm>
#include <array>

#include "text/typography/ordinals.h"
#include "text/utf8.h"

namespace pes {

namespace {

// Signs that stand off a number even where the author typed no space.
constexpr auto signs =
    std::to_array<std::string_view>({"%", "‰", "€", "k€", "K€", "M€", "Md€", "Mds€", "°C"});
constexpr auto units = std::to_array<std::string_view>(
    {"$",   "£",  "km",  "km²", "km2", "m",   "m²",  "m2",   "m³",   "m3",    "dm",  "cm",
     "cm²", "mm", "ha",  "h",   "min", "s",   "ms",  "t",    "kg",   "g",     "mg",  "l",
     "L",   "hl", "hL",  "dl",  "dL",  "cl",  "cL",  "ml",   "mL",   "W",     "kW",  "MW",
     "GW",  "Wh", "kWh", "MWh", "GWh", "kWc", "MWc", "kVA",  "V",    "Hz",    "kHz", "MHz",
     "ko",  "Ko", "Mo",  "Go",  "To",  "dB",  "°F",  "kcal", "tCO₂", "teqCO₂"});
constexpr auto months = std::to_array<std::string_view>(
    {"janvier", "fevrier",   "mars",    "avril",    "mai",      "juin", "juillet",
     "aout",    "septembre", "octobre", "novembre", "decembre", "janv", "fevr",
     "avr",     "juil",      "sept",    "oct",      "nov",      "dec"});
constexpr std::size_t longest_month = 10;  // bytes
constexpr std::size_t digits_of_telephone = 10;

bool is_single_space(std::string_view text, std::size_t begin, std::size_t end) {
  return count_characters(slice(text, {begin, end})) == 1 && text[begin] != '\t';
}

// Where the digits end that follow `at` after one space; `at` if none do.
std::size_t next_group(std::string_view text, std::size_t at, std::size_t& begin) {
  begin = gap_end(text, at);
  if (begin == at || !is_single_space(text, at, begin)) return at;
  const std::size_t end = digits_end(text, begin);
  return end > begin ? end : at;
}

// Where the groups of three behind `at` end; `at` if the digits are no number in groups.
std::size_t groups_end(std::string_view text, std::size_t at) {
  std::size_t end = at;
  std::size_t begin = 0;
  std::size_t next = next_group(text, end, begin);
  for (; next > end && next - begin == 3; next = next_group(text, end, begin)) end = next;
  return next == end ? end : at;
}

void set_spaces(Galley& galley, Extent extent, std::string_view space) {
  for (std::size_t at = extent.begin; at < extent.end;) {
    const std::size_t begin = digits_end(galley.text(), at);
    if (begin >= extent.end) return;
    at = gap_end(galley.text(), begin);
    galley.replace({begin, at}, space);
  }
}

// « 03 80 12 34 56 », « 0 800 123 456 », « +33 3 80 12 34 56 »: gives its end, or `number.end`.
std::size_t set_telephone(Galley& galley, Extent number) {
  const std::string_view text = galley.text();
  const bool abroad = character_before(text, number.begin) == U'+' && slice(text, number) == "33";
  if (!abroad && text[number.begin] != '0') return number.end;
  std::size_t digits = number.end - number.begin;
  std::size_t end = number.end;
  std::size_t begin = 0;
  for (std::size_t next = next_group(text, end, begin); next > end;
       next = next_group(text, end, begin)) {
    digits += next - begin;
    end = next;
  }
  if (digits != digits_of_telephone + (abroad ? 1 : 0)) return number.end;
  set_spaces(galley, {number.begin, end}, no_break_space);
  return end;
}

std::size_t set_groups(Galley& galley, Extent number) {
  const bool grouped = number.end - number.begin <= 3 && galley.text()[number.begin] != '0';
  const std::size_t end = grouped ? groups_end(galley.text(), number.end) : number.end;
  set_spaces(galley, {number.begin, end}, narrow_space);
  return end;
}

// Decimals, and the rest of what looks like a date, a version or a list: « 12.03.2021 ».
std::size_t decimals_end(std::string_view text, std::size_t at) {
  while (at + 1 < text.size() && (text[at] == ',' || text[at] == '.') &&
         is_digit(character_at(text, at + 1))) {
    at = digits_end(text, at + 1);
  }
  return at;
}

bool is_month(std::string_view text, std::size_t at) {
  const std::size_t end = letters_end(text, at);
  const char32_t after = character_at(text, end);
  if (end - at > longest_month || is_digit(after) || after == U'-' || is_apostrophe(after)) {
    return false;
  }
  return std::find(months.begin(), months.end(), fold(slice(text, {at, end}))) != months.end();
}

template <typename Symbols>
std::size_t symbol_end(const Symbols& symbols, std::string_view text, std::size_t at) {
  for (const std::string_view symbol : symbols) {
    const std::size_t end = at + symbol.size();
    if (!stands_at(text, at, symbol)) continue;
    const char32_t after = character_at(text, end);
    if (!is_word_character(after) && !is_apostrophe(after) && after != U'²') return end;
  }
  return at;
}

// « 18 h 30 »: the minutes stay with the hour.
void set_minutes(Galley& galley, std::size_t at) {
  const std::string_view text = galley.text();
  const std::size_t begin = gap_end(text, at);
  const std::size_t end = digits_end(text, begin);
  const char32_t unit = character_before(text, at);
  if (begin == at || end != begin + 2 || (unit != U'h' && unit != U'n')) return;
  galley.replace({at, begin}, no_break_space);
}

std::size_t set_unit(Galley& galley, std::size_t at) {
  const std::string_view text = galley.text();
  const std::size_t begin = gap_end(text, at);
  const std::size_t sign = symbol_end(signs, text, begin);
  const std::size_t unit = begin > at ? symbol_end(units, text, begin) : begin;
  if (sign == begin && unit == begin) return at;
  galley.replace({at, begin}, no_break_space);
  if (unit > begin) set_minutes(galley, unit);
  return begin;
}

// « 12 mars », and « 1 mars », which is « 1er mars »; but « n° 1 mars 2021 » is an issue.
bool set_day(Galley& galley, Extent number, std::size_t end) {
  const std::string_view text = galley.text();
  const std::string_view day = slice(text, number);
  const std::size_t month = gap_end(text, end);
  const bool possible = day.size() == 1 || (day.size() == 2 && day <= "31");
  const bool issue = character_before(text, gap_begin(text, number.begin)) == U'°';
  if (!possible || issue || month == end || !is_month(text, month)) return false;
  if (day == "1" && end == number.end) galley.raise({end, end}, "er");
  galley.replace({end, month}, no_break_space);
  return true;
}

}  // namespace

std::size_t set_number(Galley& galley, std::size_t at) {
  const std::string_view text = galley.text();
  const Extent digits{at, digits_end(text, at)};
  if (is_letter(character_before(text, at))) return digits.end;
  if (const std::size_t end = set_telephone(galley, digits); end > digits.end) return end;
  const std::size_t whole_end = set_groups(galley, digits);
  const std::size_t end = decimals_end(text, whole_end);
  if (end == whole_end) {
    const std::size_t ordinal_end = set_ordinal(galley, {at, end});
    const bool day = end == digits.end && (ordinal_end == end || slice(text, digits) == "1");
    if (day && set_day(galley, digits, ordinal_end)) return ordinal_end;
    if (ordinal_end > end) return ordinal_end;
  }
  return set_unit(galley, end);
}

}  // namespace pes
