#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "diagnostics/source.h"
#include "images/preview.h"
#include "text/colour.h"

namespace pes {

/// A colour as theme.yml writes it.
struct Tint {
  Colour colour;
  Span span;
};

/// The colours of pages in one mode, by the names of the fields of `palette`.
using Roles = std::map<std::string, Tint, std::less<>>;

/// A colour that programmes can have, in both modes, and the shape that says the same without it.
struct ThemeColour {
  std::string name;
  std::optional<Tint> light;
  std::optional<Tint> dark;
  std::string shape;  ///< "rond"; empty for none.
};

/// Everything that theme.yml says about colours.
struct Palette {
  Roles light;
  Roles dark;
  std::vector<ThemeColour> colours;
};

/// The custom properties of a palette: `--sur-accent` for the role « sur_accent », and a class
/// `teinte-NOM` that sets `--teinte` for each colour. Dark mode is for screens alone. They are in
/// the cascade layer `palette`, so that the stylesheet has the last word, as for print.
std::string palette_css(const Palette& palette);

/// The colours of preview images: those of light mode.
PreviewLook preview_look(const Palette& palette);

}  // namespace pes
