#include "theme/theme_settings.h"

#include <set>

namespace pes {

namespace {

std::optional<Tint> read_tint(const Value* value) {
  const auto colour = parse_colour(text_of(value));
  return colour ? std::optional<Tint>({*colour, value->span}) : std::nullopt;
}

void apply_roles(const Object& written, Roles& onto) {
  for (const Member& member : written) {
    if (const auto tint = read_tint(&member.value)) onto[member.key] = *tint;
  }
}

std::vector<ThemeColour> read_colours(const List& rows) {
  std::vector<ThemeColour> colours;
  for (const Value& row : rows) {
    const Object& colour = object_of(&row);
    colours.push_back({std::string(text_of(find(colour, "nom"))), read_tint(find(colour, "clair")),
                       read_tint(find(colour, "sombre")),
                       std::string(text_of(find(colour, "forme")))});
  }
  return colours;
}

void apply_images(const Object& block, ThemeSettings& onto) {
  ImageSpecs& specs = onto.images;
  std::set<int> widths;
  for (const Value& width : list_of(find(block, "largeurs"))) {
    widths.insert(static_cast<int>(integer_of(&width).value_or(0)));
  }
  if (!widths.empty()) specs.widths.assign(widths.begin(), widths.end());
  if (const auto sizes = text_of(find(block, "tailles")); !sizes.empty()) specs.sizes = sizes;
  if (const Value* previews = find(block, "apercus")) onto.previews = flag_of(previews);
  const List& crops = list_of(find(block, "recadrages"));
  if (!crops.empty()) specs.crops.clear();
  for (const Value& crop : crops) {
    specs.crops.push_back(text_of(&crop) == "carre" ? Crop::square : Crop::portrait);
  }
}

}  // namespace

void apply_settings(const Record& settings, ThemeSettings& onto) {
  const Object& palette = object_of(field(settings, "palette"));
  apply_roles(object_of(find(palette, "clair")), onto.palette.light);
  apply_roles(object_of(find(palette, "sombre")), onto.palette.dark);
  const List& colours = list_of(field(settings, "couleurs"));
  if (!colours.empty()) onto.palette.colours = read_colours(colours);
  apply_images(object_of(field(settings, "images")), onto);
  for (const Member& text : object_of(field(settings, "textes"))) {
    onto.texts[text.key] = text_of(&text.value);
  }
}

}  // namespace pes
