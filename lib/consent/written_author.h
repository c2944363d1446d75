#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "records/record.h"

namespace pes {

/// The field that names somebody whose consent is needed.
inline constexpr std::string_view author_field = "auteur";

/// Who a record says it is of, even where its fields or this one cannot be read: then it is what
/// stands behind the word `auteur`, wherever that is.
///
/// Shape: none where nobody is named; several where it stands several times.
std::vector<std::string> written_authors(const Record& record, std::string_view text);

}  // namespace pes
