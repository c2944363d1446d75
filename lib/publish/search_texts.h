#pragma once

#include <array>
#include <string>
#include <string_view>

#include "consent/name_search.h"
#include "site/page.h"

namespace pes {

/// The fields of the search index, numbered in this order.
inline constexpr auto search_fields =
    std::to_array<std::string_view>({"titre", "structure", "auteur", "reperes", "resume", "texte"});

/// One text for each of `search_fields`.
using SearchTexts = std::array<std::string, search_fields.size()>;

/// The texts by which a published record is found: what its page shows, and nothing of pictures.
/// The name of its author is there only if the consent covers data, and `hidden` names are left out
/// of all of them.
///
/// Source: content model, « Scope rules every output ».
SearchTexts search_texts(const Entry& entry, const NameSearch& hidden);

/// The names of authors that pages show, and by which nobody may be found: their consents do not
/// cover data.
NameSearch names_not_to_find(const Site& site);

}  // namespace pes
