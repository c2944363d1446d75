#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <span>

#include "consent/consent.h"
#include "consent/name_search.h"
#include "records/record.h"

namespace pes {

/// Who must not be named where.
struct NameWatch {
  NameSearch everywhere;
  /// By record: people whom another record rightly names, but who must not be named on the page of
  /// this one, since it gives less than their name.
  std::map<std::size_t, NameSearch> own_page;

  [[nodiscard]] bool empty() const;
};

/// Forbids the civil name of everybody whose record is withheld, shows less than the name, or does
/// not grant it for a purpose; and allows the names that are granted. `NameMatch::who` is the index
/// of the record. A name that the site may show may be in previews: `reseaux` is for the portrait.
///
/// Shape: `decisions` goes with `records`, index by index.
NameWatch forbidden_names(std::span<const Record> records, std::span<const Decision> decisions,
                          Purpose purpose);

}  // namespace pes
