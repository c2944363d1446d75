#pragma once

#include <map>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "theme/theme.h"

namespace pes {

/// A layout as one text for mstch, which says the same in fewer and shorter tags.
///
/// mstch copies every tag and every text of a section again on every page. So partials are put in
/// their places, what the whole site has in common is filled in, names become as short as they can
/// be, and marks stand for the texts between tags.
struct PreparedLayout {
  std::string text;
  std::map<std::string, std::string, std::less<>>
      names;                       ///< Of each part of a name, the short one.
  std::vector<std::string> texts;  ///< What the marks stand for.

  /// A rendered text with the texts in the places of their marks.
  ///
  /// Errors: std::logic_error for a text that holds what only a mark begins with.
  [[nodiscard]] std::string expand(std::string_view rendered) const;
};

/// Shape:  the templates have passed `check_templates`. `constants` is an object with what every
///         page has under the same names, which no inner object has.
/// Source: Mustache, core specification, as mstch implements it: lines that hold nothing but tags
///         of sections, partials and comments vanish with their spaces.
PreparedLayout prepare_layout(const Theme& theme, const std::string& layout,
                              const nlohmann::ordered_json& constants);

}  // namespace pes
