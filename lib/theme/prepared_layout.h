#pragma once

#include <nlohmann/json_fwd.hpp>
#include <set>
#include <string>

#include "theme/theme.h"

namespace pes {

/// A layout as one text for mstch, which says the same in fewer tags.
///
/// mstch takes its time for each tag and each line, again on every page. So partials are put in
/// their places, tags that stand alone on a line lose that line, line ends become another
/// character, and what the whole site has in common is filled in.
struct PreparedLayout {
  std::string text;
  std::set<std::string, std::less<>> names;  ///< Every part of every name that is left.
};

/// Stands for a line end in a prepared text; no source file holds it.
inline constexpr char line_end = '\x1E';

/// Shape:  the templates have passed `check_templates`. `constants` is an object with what every
///         page has under the same names, which no inner object has.
/// Source: Mustache, core specification, as mstch implements it: lines that hold nothing but tags
///         of sections, partials and comments vanish with their spaces.
PreparedLayout prepare_layout(const Theme& theme, const std::string& layout,
                              const nlohmann::ordered_json& constants);

}  // namespace pes
