#include "clock.h"

#include <charconv>
#include <chrono>
#include <cstdlib>
#include <stdexcept>
#include <string>
#include <string_view>

namespace pes {

Date decision_day(std::optional<Date> asked) {
  if (asked) return *asked;
  if (const char* epoch = std::getenv("SOURCE_DATE_EPOCH")) {
    const std::string_view text(epoch);
    constexpr std::int64_t latest = 253'402'300'799;  // 9999-12-31
    std::int64_t seconds = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
    if (error != std::errc{} || end != text.data() + text.size() || seconds < 0 ||
        seconds > latest) {
      throw std::invalid_argument("SOURCE_DATE_EPOCH=" + std::string(text));
    }
    return date_in_paris(seconds);
  }
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  return date_in_paris(std::chrono::duration_cast<std::chrono::seconds>(now).count());
}

}  // namespace pes
