#include "text/date.h"

#include <fmt/format.h>
#include <unicode/timezone.h>

#include <algorithm>
#include <array>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "text/utf8.h"

namespace pes {

namespace {

using std::chrono::day;
using std::chrono::month;
using std::chrono::year;

constexpr std::array months = {"janvier",   "février", "mars",     "avril",
                               "mai",       "juin",    "juillet",  "août",
                               "septembre", "octobre", "novembre", "décembre"};

std::optional<int> parse_digits(std::string_view text) {
  if (text.empty() || text.size() > 4) return std::nullopt;
  int value = 0;
  for (char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

std::optional<Date> make_date(int y, int m, int d) {
  const Date date{year(y), month(static_cast<unsigned>(m)), day(static_cast<unsigned>(d))};
  if (y < 1000 || !date.ok()) return std::nullopt;
  return date;
}

ParsedDate date_or_impossible(int y, int m, int d) {
  const auto date = make_date(y, m, d);
  return date ? ParsedDate{DateForm::french, *date} : ParsedDate{DateForm::impossible, {}};
}

// A year has four digits, and stands at one of the ends.
ParsedDate parse_numbers(std::string_view text) {
  constexpr std::size_t year_length = 4;
  for (const char separator : {'/', '-', '.'}) {
    const std::size_t first = text.find(separator);
    const std::size_t second = text.find(separator, first + 1);
    if (first == std::string_view::npos || second == std::string_view::npos) continue;
    std::string_view d = text.substr(0, first);
    const std::string_view m = text.substr(first + 1, second - first - 1);
    std::string_view y = text.substr(second + 1);
    if (d.size() == year_length) std::swap(d, y);
    if (y.size() != year_length || d.size() > 2 || m.size() > 2) continue;
    const auto numbers = std::array{parse_digits(y), parse_digits(m), parse_digits(d)};
    if (!numbers[0] || !numbers[1] || !numbers[2]) continue;
    return date_or_impossible(*numbers[0], *numbers[1], *numbers[2]);
  }
  return {};
}

// « 12 mars 2024 », « 1er août 2024 ».
ParsedDate parse_words(std::string_view text) {
  if (find_invalid_utf8(text)) return {};
  std::vector<std::string> words(1);
  for (std::size_t at = 0; at < text.size();) {
    const char32_t character = next_character(text, at);
    if (!is_space(character)) {
      append_character(words.back(), character);
    } else if (!words.back().empty()) {
      words.emplace_back();
    }
  }
  if (words.size() != 3 || words[2].size() != 4) return {};
  const auto d = words[0] == "1er" ? 1 : parse_digits(words[0]);
  const auto y = parse_digits(words[2]);
  const auto* const named = std::find_if(
      months.begin(), months.end(), [&](const char* name) { return fold(name) == fold(words[1]); });
  if (!d || !y || named == months.end()) return {};
  return date_or_impossible(*y, static_cast<int>(named - months.begin()) + 1, *d);
}

ParsedDate parse_french(std::string_view text) {
  const ParsedDate numbers = parse_numbers(text);
  return numbers.form == DateForm::other ? parse_words(text) : numbers;
}

int year_number(Date date) { return static_cast<int>(date.year()); }
unsigned month_index(Date date) { return static_cast<unsigned>(date.month()) - 1; }

}  // namespace

ParsedDate parse_date(std::string_view text) {
  const bool iso = text.size() == 10 && text[4] == '-' && text[7] == '-';
  if (!iso) return parse_french(text);
  const auto y = parse_digits(text.substr(0, 4));
  const auto m = parse_digits(text.substr(5, 2));
  const auto d = parse_digits(text.substr(8, 2));
  if (!y || !m || !d) return {};
  const auto date = make_date(*y, *m, *d);
  return date ? ParsedDate{DateForm::iso, *date} : ParsedDate{DateForm::impossible, {}};
}

std::optional<Period> parse_period(std::string_view text) {
  if (text.size() < 3 || text.front() != 'P') return std::nullopt;
  Period period;
  std::string_view units = "YMD";
  text.remove_prefix(1);
  while (!text.empty()) {
    const std::size_t end = text.find_first_not_of("0123456789");
    const auto count = parse_digits(text.substr(0, end));
    if (!count || end == std::string_view::npos) return std::nullopt;
    const std::size_t unit = units.find(text[end]);
    if (unit == std::string_view::npos) return std::nullopt;
    const char letter = units[unit];
    (letter == 'Y' ? period.years : letter == 'M' ? period.months : period.days) = *count;
    units.remove_prefix(unit + 1);
    text.remove_prefix(end + 1);
  }
  if (period.years + period.months + period.days == 0) return std::nullopt;
  return period;
}

Date add(Date date, Period period) {
  date += std::chrono::years(period.years);
  date += std::chrono::months(period.months);
  if (!date.ok()) date = Date(date.year() / date.month() / std::chrono::last);
  return Date(std::chrono::sys_days(date) + std::chrono::days(period.days));
}

std::string format_iso(Date date) {
  return fmt::format("{:04}-{:02}-{:02}", year_number(date), month_index(date) + 1,
                     static_cast<unsigned>(date.day()));
}

std::string format_long(Date date) {
  const auto d = static_cast<unsigned>(date.day());
  return fmt::format("{}{} {}", d, d == 1 ? "er" : "", format_month(date));
}

std::string format_month(Date date) {
  return fmt::format("{} {}", months.at(month_index(date)), year_number(date));
}

Date date_in_paris(std::int64_t unix_seconds) {
  const std::unique_ptr<icu::TimeZone> paris(icu::TimeZone::createTimeZone("Europe/Paris"));
  std::int32_t raw = 0;
  std::int32_t daylight = 0;
  UErrorCode status = U_ZERO_ERROR;
  paris->getOffset(static_cast<double>(unix_seconds) * 1000.0, 0, raw, daylight, status);
  const auto local = std::chrono::seconds(unix_seconds) + std::chrono::milliseconds(raw + daylight);
  return Date(std::chrono::floor<std::chrono::days>(
      std::chrono::sys_time<std::chrono::milliseconds>(local)));
}

}  // namespace pes
