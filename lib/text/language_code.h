#pragma once

#include <string_view>

namespace pes {

/// True for a well-formed tag such as "fr", "en-GB" or "frp" whose language exists.
///
/// Source: BCP 47 for the form; ISO 639, as ICU knows it, for the language.
bool is_language_code(std::string_view tag);

}  // namespace pes
