#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "images/derivatives.h"
#include "text/colour.h"

namespace pes {

/// The colours of preview images.
struct PreviewLook {
  Colour background{255, 255, 255};
  Colour text{0, 0, 0};
  Colour soft{64, 64, 64};
  Colour tint{0, 0, 0};  ///< Of the programme, or else the accent.
};

/// What the preview image of a page says.
struct Preview {
  std::string label;  ///< « Témoignage · DLA »
  std::string title;
  std::string structure;  ///< Empty for none.
  std::string site;
  PreviewLook look;
  std::optional<ImageSet> portrait;  ///< Only where the consent covers social networks.
};

inline constexpr int preview_width = 1200;
inline constexpr int preview_height = 630;

/// Changes whenever the same preview would be drawn otherwise.
inline constexpr std::string_view drawing_version = "1";

/// Where the preview is published: "apercus/0f3c….png". The name follows from what it shows.
std::string preview_path(const Preview& preview);

/// Draws the preview as a PNG file without metadata.
///
/// Shape:  `portrait` are the bytes of the source of `preview.portrait`, or empty. Long titles are
///         set smaller, and cut at a word where even that is too long.
/// Errors: std::runtime_error where the machine has no font, and an empty text where the portrait
///         cannot be decoded.
/// Source: Open Graph, 1200 × 630 pixels as networks ask for.
std::string render_preview(const Preview& preview, const std::string& portrait);

}  // namespace pes
