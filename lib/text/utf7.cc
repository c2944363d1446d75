#include "text/utf7.h"

#include <unicode/unistr.h>

#include <algorithm>

namespace pes {

std::string from_utf7(std::string_view text) {
  // Letters of Latin scripts are coded from « +A » on, and such a text is all ASCII.
  const bool ascii = std::all_of(text.begin(), text.end(),
                                 [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  if (!ascii || text.find("+A") == std::string_view::npos) return {};
  std::string out;
  icu::UnicodeString(text.data(), static_cast<std::int32_t>(text.size()), "UTF-7")
      .toUTF8String(out);
  return out;
}

}  // namespace pes
