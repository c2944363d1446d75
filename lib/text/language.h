#pragma once

#include <string_view>

namespace pes {

/// The languages in which the program speaks to the people who run it.
enum class Language { fr, en };

/// A fixed text in both languages.
struct Text {
  std::string_view fr;
  std::string_view en;

  [[nodiscard]] constexpr std::string_view in(Language language) const {
    return language == Language::fr ? fr : en;
  }
};

}  // namespace pes
