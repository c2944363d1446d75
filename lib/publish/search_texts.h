#pragma once

#include <array>
#include <map>
#include <string>
#include <string_view>

#include "site/page.h"

namespace pes {

/// The fields of the search index, numbered in this order.
inline constexpr auto search_fields =
    std::to_array<std::string_view>({"titre", "structure", "auteur", "reperes", "resume", "texte"});

/// One text for each of `search_fields`.
using SearchTexts = std::array<std::string, search_fields.size()>;

/// Tells by which texts the records of a site are found.
class SearchTextBook {
 public:
  /// Shape: `site` outlives this.
  explicit SearchTextBook(const Site& site);

  /// The texts of a published record: what its page shows, and nothing of pictures. The name of its
  /// author is there only if the consent covers data.
  ///
  /// Source: content model, « Scope rules every output ».
  [[nodiscard]] SearchTexts of(const Entry& entry) const;

 private:
  std::map<std::string, std::string> acronyms_;  // of programmes, by address
};

}  // namespace pes
