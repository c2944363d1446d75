#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace pes {

/// How a value that may be written in a short and a long form is written in the content.
enum class Written : std::uint8_t {
  shortly,   ///< A number, or a text, alone.
  in_full,   ///< The fields of an object.
  variously  ///< Both, or in a way that a form cannot hold: « 2 600 », « 12,5 ».
};

/// What records refer to and how they are written, for a schema or a form to offer.
struct KnownValues {
  std::map<std::string, std::vector<std::string>> records;  ///< Slugs, by name of kind.
  std::vector<std::string> media;                           ///< Paths below content/medias/.
  std::optional<std::vector<std::string>> indicators;  ///< Absent where site.yml is unreadable.
  std::set<std::string> fractions;  ///< The indicators whose figures may have decimals.
  /// What free texts at the top of records hold already, by name of field: places, themes.
  std::map<std::string, std::vector<std::string>> words;
  /// By path, « projet.impact.personnes »: numbers, figures, and objects with `text_allowed`.
  std::map<std::string, Written> written;
};

}  // namespace pes
