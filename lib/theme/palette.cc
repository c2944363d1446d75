#include "theme/palette.h"

#include <fmt/format.h>

#include <algorithm>

namespace pes {

namespace {

std::string property(std::string name, const Tint& tint) {
  std::replace(name.begin(), name.end(), '_', '-');
  return fmt::format("--{}:{};", name, format_colour(tint.colour));
}

std::string mode_css(const Roles& roles, const std::vector<ThemeColour>& colours,
                     std::optional<Tint> ThemeColour::*mode) {
  std::string css;
  for (const auto& [name, tint] : roles) css += property(name, tint);
  if (!css.empty()) css = fmt::format(":root{{{}}}\n", css);
  for (const ThemeColour& colour : colours) {
    if (!(colour.*mode)) continue;
    css += fmt::format(".teinte-{}{{{}}}\n", colour.name, property("teinte", *(colour.*mode)));
  }
  return css;
}

}  // namespace

std::string palette_css(const Palette& palette) {
  std::string css = mode_css(palette.light, palette.colours, &ThemeColour::light);
  const std::string dark = mode_css(palette.dark, palette.colours, &ThemeColour::dark);
  if (!dark.empty()) {
    css += fmt::format("@media screen and (prefers-color-scheme:dark){{{}}}\n", dark);
  }
  return css.empty() ? css : fmt::format("@layer palette{{{}}}\n", css);
}

PreviewLook preview_look(const Palette& palette) {
  PreviewLook look;
  const auto take = [&](std::string_view role, Colour& colour) {
    const auto found = palette.light.find(role);
    if (found != palette.light.end()) colour = found->second.colour;
  };
  take("fond", look.background);
  take("texte", look.text);
  take("doux", look.soft);
  take("accent", look.tint);
  return look;
}

}  // namespace pes
