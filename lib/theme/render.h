#pragma once

#include <functional>
#include <nlohmann/json.hpp>
#include <string>

#include "run/workers.h"
#include "theme/skeleton.h"
#include "theme/theme.h"

namespace pes {

/// Turns layouts and contexts into HTML.
///
/// One renderer may serve several threads.
class Renderer {
 public:
  /// Shape: the layouts that are rendered have passed `check_templates`, and `theme` outlives this.
  ///        `constants` is an object of names that every context has besides its own.
  explicit Renderer(const Theme& theme, const nlohmann::json& constants = nlohmann::json::object());

  /// Renders `count` contexts with one layout and places each text.
  ///
  /// Shape: both functions get each index from 0 to `count` - 1 once, from any worker.
  void render_each(const Workers& workers, const std::string& layout, std::size_t count,
                   const std::function<nlohmann::json(std::size_t)>& make_context,
                   const std::function<void(std::size_t, std::string)>& place) const;

  /// Renders one context.
  ///
  /// Source: Mustache, core specification, as mstch implements it.
  [[nodiscard]] std::string render(const std::string& layout, const nlohmann::json& context) const;

 private:
  [[nodiscard]] std::string render(const std::string& layout, const LayoutNeeds& needs,
                                   const nlohmann::json& context, Skeletons& skeletons) const;

  const Theme& theme_;
  nlohmann::json constants_;
};

}  // namespace pes
