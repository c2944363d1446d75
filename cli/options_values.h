#pragma once

#include <optional>
#include <string>

#include "options.h"
#include "options_stats.h"

namespace pes {

/// What was typed, before it is given a type.
struct RawOptions {
  Options options;
  std::string language;
  std::string date;
  std::string base_url;
  RawStats stats;
  std::string year;
  std::string notice;
  std::string format = "table";
  std::string report = "text";
  std::string shell = "bash";
  bool never_ask = false;
};

/// Gives types to what was typed, and refuses what does not go together.
///
/// Shape:  `raw.options.command` and `language` are known.
/// Errors: what is wrong, in the language of the options; nothing if all is well.
std::optional<std::string> read_values(const RawOptions& raw, Options& options);

}  // namespace pes
