#include "theme/contrast.h"

#include <array>
#include <string_view>

namespace pes {

namespace {

constexpr double for_text = 4.5;
constexpr double for_marks = 3;

struct Pair {
  std::string_view front;
  std::string_view back;
  double least;
};

constexpr auto pairs = std::to_array<Pair>({{"texte", "fond", for_text},
                                            {"texte", "surface", for_text},
                                            {"texte", "surligne", for_text},
                                            {"doux", "fond", for_text},
                                            {"doux", "surface", for_text},
                                            {"lien", "fond", for_text},
                                            {"lien", "surface", for_text},
                                            {"sur_accent", "accent", for_text},
                                            {"accent", "fond", for_marks},
                                            {"accent", "surface", for_marks},
                                            {"contour", "fond", for_marks},
                                            {"contour", "surface", for_marks},
                                            {"focus", "fond", for_marks},
                                            {"focus", "surface", for_marks}});

struct Named {
  std::string_view name;
  const Tint& tint;
};

Arg ratio_arg(double ratio) {
  Arg arg(format_ratio(ratio, ','));
  arg.en = format_ratio(ratio, '.');
  return arg;
}

void compare(const Named& front, const Named& back, double least, Diagnostics& out) {
  const double ratio = contrast_ratio(front.tint.colour, back.tint.colour);
  if (ratio >= least) return;
  out.add(Rule::low_contrast, front.tint.span,
          {front.name, back.name, ratio_arg(ratio), ratio_arg(least)});
}

void check_mode(const Roles& roles, const std::vector<ThemeColour>& colours,
                std::optional<Tint> ThemeColour::*mode, Diagnostics& out) {
  for (const Pair& pair : pairs) {
    const auto front = roles.find(pair.front);
    const auto back = roles.find(pair.back);
    if (front == roles.end() || back == roles.end()) continue;
    compare({pair.front, front->second}, {pair.back, back->second}, pair.least, out);
  }
  for (const ThemeColour& colour : colours) {
    if (!(colour.*mode)) continue;
    for (const std::string_view background : {"fond", "surface"}) {
      const auto back = roles.find(background);
      if (back == roles.end()) continue;
      compare({colour.name, *(colour.*mode)}, {background, back->second}, for_text, out);
    }
  }
}

}  // namespace

void check_contrast(const Palette& palette, Diagnostics& out) {
  check_mode(palette.light, palette.colours, &ThemeColour::light, out);
  check_mode(palette.dark, palette.colours, &ThemeColour::dark, out);
}

}  // namespace pes
