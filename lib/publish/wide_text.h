#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pes {

/// Windows-1252 as UTF-8, where it agrees with Latin-1, which all accented letters but « œ » do.
std::string from_latin(std::string_view bytes);

/// UTF-16 as UTF-8, from the byte `start` on; what is no letter of a single unit is a space.
std::string from_utf16(std::string_view bytes, std::size_t start, bool big_endian);

/// Adds every reading that bytes with uncompressed text in them may have: as they are, as Latin-1,
/// and as UTF-16 in both orders and from both parities where there are zero bytes.
void append_readings(std::string bytes, std::vector<std::string>& texts);

}  // namespace pes
