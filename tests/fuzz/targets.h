#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace pes::test {

/// One door of the program, held to its properties for any bytes.
struct FuzzTarget {
  std::string_view name;
  void (*hold)(std::string_view bytes);  ///< Errors: Broken; and whatever a sanitizer sees.
  std::vector<std::string> (*seeds)();   ///< Inputs to begin with, from the fixtures.
};

/// Every target.
std::span<const FuzzTarget> fuzz_targets();

void hold_command_line(std::string_view bytes);
void hold_documents(std::string_view bytes);
void hold_front_matter(std::string_view bytes);
void hold_html(std::string_view bytes);
void hold_images(std::string_view bytes);
void hold_markdown(std::string_view bytes);
void hold_names(std::string_view bytes);
void hold_publication(std::string_view bytes);
void hold_templates(std::string_view bytes);
void hold_theme_settings(std::string_view bytes);
void hold_typography(std::string_view bytes);

}  // namespace pes::test
