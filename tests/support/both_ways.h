#pragma once

#include <cstddef>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

namespace pes::test {

/// What a short way and the long one make of the same input, written out as texts that are the same
/// where the ways agree.
struct BothWays {
  bool taken = false;  ///< The short way takes the input; else its text is empty.
  std::string short_way;
  std::string long_way;

  [[nodiscard]] bool agree() const { return !taken || short_way == long_way; }
};

/// The YAML between two bytes of a text; what the long way finds wrong is part of its text.
BothWays yaml_both_ways(std::string_view text, std::size_t begin, std::size_t end);

/// A page.
BothWays html_both_ways(std::string_view html);

/// A layout with its partials by name, by a skeleton and by mstch alone.
///
/// Shape: as for a Renderer.
BothWays template_both_ways(const std::string& layout,
                            const std::map<std::string, std::string>& partials,
                            const nlohmann::json& constants, const nlohmann::json& context);

/// A whole page around what stands in its body.
std::string page_with(std::string_view body);

/// What typography may not touch: letters and digits without ligatures and endings of ordinals.
std::string letters_for_typography(std::string_view text);

}  // namespace pes::test
