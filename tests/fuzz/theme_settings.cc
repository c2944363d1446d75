#include "theme/theme_settings.h"

#include "fuzz/properties.h"
#include "fuzz/targets.h"
#include "records/decode.h"

namespace pes::test {

namespace {

// Names and texts of a theme.yml come nowhere near the style sheet.
void a_palette_is_colours_alone(const Palette& palette) {
  const std::string css = palette_css(palette);
  hold(css.find_first_of("<>\\\"'") == std::string::npos && css.find("url(") == std::string::npos,
       "a palette is colours alone", css);
}

}  // namespace

void hold_theme_settings(std::string_view bytes) {
  const auto text = as_source_text(bytes);
  if (!text) return;
  const SourceFiles files = {{"themes/a/theme.yml", *text}};
  Diagnostics found;
  const Record record = decode_record({0, &theme_settings(), true}, files, found);
  hold_findings(files, found);
  if (record.broken) return;
  ThemeSettings settings;
  apply_settings(record, settings);
  a_palette_is_colours_alone(settings.palette);
  (void)preview_look(settings.palette);
}

}  // namespace pes::test
