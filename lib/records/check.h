#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "records/record.h"

namespace pes {

/// What the fields of records may refer to.
struct KnownNames {
  std::optional<std::vector<std::string>> indicators;  ///< Absent where site.yml is unreadable.
  std::vector<std::string> media;                      ///< Paths below content/medias/.
};

/// Checks every reference, media file and indicator that the fields of all records name, as the
/// table of kinds declares them. A broken record still counts as existing.
void check_references(std::span<const Record> records, const KnownNames& known, Diagnostics& out);

/// Warns about two records of a kind that have the same title.
void check_titles(std::span<const Record> records, const SourceFiles& files, Diagnostics& out);

/// Warns about every legal notice that site.yml leaves out.
///
/// Source: loi n° 2004-575 du 21 juin 2004 (LCEN), article 1-1.
void check_legal_notice(const Record& site, Diagnostics& out);

/// True for an address that pages can be put below: http or https, a host, and a plain path.
bool is_base_url(std::string_view url);

/// Reports a `base_url` that no page can be put below, and warns about one that only documentation
/// uses.
///
/// Source: RFC 2606.
void check_base_url(const Record& site, Diagnostics& out);

}  // namespace pes
