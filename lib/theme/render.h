#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "theme/skeleton.h"
#include "theme/theme.h"

namespace pes {

/// Turns contexts into HTML with one layout.
///
/// One renderer may serve several threads.
class Renderer {
 public:
  /// Shape: the layout has passed `check_templates`, and `theme` outlives this. `constants` is an
  ///        object of names that every context has besides its own.
  Renderer(const Theme& theme, const std::string& layout,
           nlohmann::json constants = nlohmann::json::object());

  /// Source: Mustache, core specification, as mstch implements it.
  [[nodiscard]] std::string render(const nlohmann::json& context);

 private:
  const std::string& text_;
  nlohmann::json constants_;
  LayoutNeeds needs_;
  Skeletons skeletons_;
};

}  // namespace pes
