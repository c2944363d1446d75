#pragma once

#include <functional>
#include <map>
#include <nlohmann/json.hpp>
#include <span>
#include <string>
#include <vector>

#include "run/workers.h"
#include "theme/prepared_layout.h"
#include "theme/theme.h"

namespace pes {

/// Turns layouts and contexts into HTML.
///
/// One renderer may serve several threads.
class Renderer {
 public:
  /// Shape: the layouts that are rendered have passed `check_templates`, and `theme` outlives this.
  ///        `constants` is an object of names that every context has besides its own.
  explicit Renderer(const Theme& theme, const nlohmann::ordered_json& constants = {});

  /// Renders `count` contexts with one layout, some dozens at a time, and places each text.
  ///
  /// Shape: both functions get each index from 0 to `count` - 1 once, from any worker.
  void render_each(const Workers& workers, const std::string& layout, std::size_t count,
                   const std::function<nlohmann::ordered_json(std::size_t)>& make_context,
                   const std::function<void(std::size_t, std::string)>& place) const;

  /// Renders contexts with one layout. mstch parses the layout at each call, so many contexts at
  /// once cost much less than one by one.
  ///
  /// Shape:  one text for each context, in their order. No context holds the control characters
  ///         U+001D and U+001F, which no readable source file does.
  /// Source: Mustache, core specification, as mstch implements it.
  [[nodiscard]] std::vector<std::string> render(
      const std::string& layout, std::span<const nlohmann::ordered_json> contexts) const;

 private:
  [[nodiscard]] std::vector<std::string> render(
      const PreparedLayout& layout, std::span<const nlohmann::ordered_json> contexts) const;

  const Theme& theme_;
  nlohmann::ordered_json constants_;
};

}  // namespace pes
