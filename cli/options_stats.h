#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "options.h"

namespace pes {

/// What was typed for `pes stats`, before it is given a type.
struct RawStats {
  std::vector<std::string> by;
  std::string from;
  std::string to;
  std::string known_on;
  std::vector<std::string> compare;
  std::string format = "table";
};

/// Gives types to the options of `stats`, and refuses those that do not go together.
///
/// Errors: what is wrong, in the language given; nothing if all is well.
std::optional<std::string> read_stats(const RawStats& raw, Language language, StatsOptions& stats);

/// « --par n'admet pas « x » ; attendu : … »
std::string refusal(std::string_view option, std::string_view value, std::string_view expected,
                    Language language);

/// The names of all dimensions: "dispositif|territoire|…".
std::string dimension_names(std::string_view separator);

/// A year of four digits.
std::optional<int> parse_year(std::string_view text);

}  // namespace pes
