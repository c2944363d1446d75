#pragma once

#include <string>
#include <string_view>

namespace pes {

/// What a text says to programs that take it for UTF-7, as UTF-8; empty where that is the same.
///
/// Source: RFC 2152.
std::string from_utf7(std::string_view text);

}  // namespace pes
