#pragma once

#include <map>
#include <optional>
#include <string>

#include "images/derivatives.h"
#include "records/record.h"
#include "theme/palette.h"

namespace pes {

/// What theme.yml says, that of the theme it inherits from included.
struct ThemeSettings {
  Palette palette;
  ImageSpecs images;
  bool previews = false;                     ///< Makes a preview image of each record.
  std::map<std::string, std::string> texts;  ///< By the names of the fields of `textes`.
  bool readable = true;                      ///< False where a theme.yml could not be read.
};

/// Lays what one theme.yml says over what it inherits: colour by colour, text by text. Colours of
/// programmes are replaced as a whole.
void apply_settings(const Record& settings, ThemeSettings& onto);

}  // namespace pes
