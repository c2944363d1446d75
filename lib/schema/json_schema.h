#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "schema/kinds.h"

namespace pes {

/// What records refer to, for a schema or a form to offer.
struct KnownValues {
  std::map<std::string, std::vector<std::string>> records;  ///< Slugs, by name of kind.
  std::vector<std::string> media;                           ///< Paths below content/medias/.
  std::optional<std::vector<std::string>> indicators;  ///< Absent where site.yml is unreadable.
  /// What free texts at the top of records hold already, by name of field: places, themes.
  std::map<std::string, std::vector<std::string>> words;
};

/// The fields of a kind as a JSON Schema, for the front matter read as YAML 1.2 (core schema), with
/// titles and descriptions in French. Names of records and files are those that exist now.
///
/// Shape:  it accepts and refuses what decode_record() and check_references() do, but for what JSON
///         Schema cannot say: dates in order, numbers between limits that are written as text.
/// Source: JSON Schema 2020-12.
std::string json_schema(const Kind& kind, const KnownValues& known);

}  // namespace pes
