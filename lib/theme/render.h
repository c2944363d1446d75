#pragma once

#include <map>
#include <nlohmann/json_fwd.hpp>
#include <string>

#include "theme/theme.h"

namespace pes {

/// Turns layouts and contexts into HTML.
///
/// One renderer may serve several threads.
class Renderer {
 public:
  /// Shape: the templates of `theme` have passed `check_templates`, and `theme` outlives this.
  explicit Renderer(const Theme& theme);

  /// Renders a context with a layout.
  ///
  /// Source: Mustache, core specification, as mstch implements it.
  [[nodiscard]] std::string render(const std::string& layout,
                                   const nlohmann::ordered_json& context) const;

 private:
  const Theme& theme_;
  std::map<std::string, std::string> partials_;
};

}  // namespace pes
