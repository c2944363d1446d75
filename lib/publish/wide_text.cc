#include "publish/wide_text.h"

#include "text/utf8.h"

namespace pes {

std::string from_latin(std::string_view bytes) {
  std::string out;
  for (const char byte : bytes) {
    const auto value = static_cast<unsigned char>(byte);
    append_character(out, value == 0x9C ? 0x153 : value == 0x8C ? 0x152 : value);
  }
  return out;
}

std::string from_utf16(std::string_view bytes, std::size_t start, bool big_endian) {
  std::string out;
  for (std::size_t at = start; at + 1 < bytes.size(); at += 2) {
    const auto first = static_cast<unsigned char>(bytes[at]);
    const auto second = static_cast<unsigned char>(bytes[at + 1]);
    const char32_t unit = big_endian ? first * 256U + second : second * 256U + first;
    const bool letter = unit >= 0x20 && (unit < 0xD800 || unit > 0xDFFF);
    append_character(out, letter ? unit : U' ');
  }
  return out;
}

void append_readings(std::string bytes, std::vector<std::string>& texts) {
  if (find_invalid_utf8(bytes)) texts.push_back(from_latin(bytes));
  if (bytes.find('\0') != std::string::npos) {
    for (const bool big_endian : {false, true}) {
      for (const std::size_t start : {std::size_t{0}, std::size_t{1}}) {
        texts.push_back(from_utf16(bytes, start, big_endian));
      }
    }
  }
  texts.push_back(std::move(bytes));
}

}  // namespace pes
