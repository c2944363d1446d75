#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace pes {

/// A civil date: a day of the calendar, without time or zone. Always valid.
using Date = std::chrono::year_month_day;

/// A length of time in calendar units, added in this order: years, months, days.
struct Period {
  int years = 0;
  int months = 0;
  int days = 0;
};

/// How far a text is from being a civil date.
enum class DateForm {
  iso,         ///< AAAA-MM-JJ, and that day exists
  impossible,  ///< AAAA-MM-JJ, but the calendar has no such day
  french,      ///< JJ/MM/AAAA, AAAA/MM/JJ, with hyphens or full stops too; « 12 mars 2024 »
  other
};

struct ParsedDate {
  DateForm form = DateForm::other;
  Date date{};  ///< Set for `iso`, and for `french` when that day exists.
};

/// Reads a civil date, and recognises the ways in which French people write one.
///
/// Source: ISO 8601, extended calendar form; years 1000 to 9999.
ParsedDate parse_date(std::string_view text);

/// Reads `P3Y`, `P18M`, `P90D` or a combination.
///
/// Errors: nothing for any other text, an empty period, or more than 9999 of a unit.
/// Source: ISO 8601 durations without weeks and times.
std::optional<Period> parse_period(std::string_view text);

/// `date` moved by `period`; a day that does not exist becomes the last one of its month.
Date add(Date date, Period period);

/// "2024-03-12".
std::string format_iso(Date date);

/// « 12 mars 2024 », « 1er avril 2024 ».
std::string format_long(Date date);

/// « mars 2024 ».
std::string format_month(Date date);

/// The day that it is in Paris at this instant.
///
/// Units: seconds since 1970-01-01T00:00:00Z.
/// Source: tz database, Europe/Paris, as shipped with ICU.
Date date_in_paris(std::int64_t unix_seconds);

}  // namespace pes
