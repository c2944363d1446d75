#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "impact/published.h"

namespace pes {

/// Knows the figures that texts may ask for: `{{chiffre personnes}}`,
/// `{{chiffre emplois dispositif=dla}}`.
class ShortcutBook {
 public:
  /// Shape: `programmes` are the slugs of all programmes; `figures` outlive the book.
  ShortcutBook(std::span<const PublishedTotal> figures, std::vector<std::string> programmes);

  /// The figure as the site words it, masked where its parts are.
  ///
  /// Errors: unknown words, indicators, keys and values, and figures that nobody gives or that are
  ///         not published, are reported, and the text is empty.
  [[nodiscard]] std::string expand(std::string_view inside, Span span, Diagnostics& out) const;

 private:
  [[nodiscard]] std::string expand_part(const PublishedTotal& published, std::string_view part,
                                        Span span, Diagnostics& out) const;
  [[nodiscard]] std::vector<std::string> known_values(const PublishedTotal& published,
                                                      Dimension dimension) const;

  std::span<const PublishedTotal> figures_;
  std::vector<std::string> programmes_;
};

/// The shortcut that gives a cut of an indicator: « {{chiffre personnes annee=2024}} ».
std::string shortcut_for(const Indicator& indicator, const Cut& cut);

}  // namespace pes
