#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "diagnostics/source.h"
#include "records/record.h"
#include "theme/theme_settings.h"

namespace pes {

/// A layout or a partial.
struct Template {
  FileId file = no_file;
  std::string text;  ///< Ready for rendering: lines of partials without their indentation.
};

/// A file of static/, published as it is but for the stylesheet, which begins with the palette and
/// whose name tells its content, so that browsers may keep it for ever.
struct StaticFile {
  std::string path;              ///< Below the output folder.
  std::filesystem::path source;  ///< The file to copy, where `bytes` is empty.
  std::string bytes;
};

/// A folder of themes/, read, over the theme that it inherits from.
struct Theme {
  std::filesystem::path folder;
  ThemeSettings settings;
  std::map<std::string, Template> layouts;  ///< By name, without extension.
  std::map<std::string, Template> partials;
  std::vector<StaticFile> static_files;  ///< By rising path.
  std::string stylesheet;                ///< Path of the stylesheet; empty if there is none.

  [[nodiscard]] std::vector<std::string> static_paths() const;
};

/// The file of static/ that becomes the stylesheet.
inline constexpr std::string_view stylesheet_name = "style.css";

/// Reads the theme `name` below `source`/themes/, and those that it inherits from by `herite`, and
/// appends their texts to `files`. Templates, static files and settings that a theme does not have
/// are those of the theme that it inherits from.
///
/// Errors: an unknown theme is reported at `span` and gives nothing; a broken theme.yml and a theme
/// that inherits from itself are reported.
std::optional<Theme> read_theme(const std::filesystem::path& source, const std::string& name,
                                Span span, SourceFiles& files, Diagnostics& out);

/// Reports programmes whose `couleur` the theme does not have.
void check_colours(std::span<const Record> records, const Theme& theme, Diagnostics& out);

/// Reports static pictures that hold metadata: they are published as they are.
void check_static_images(const Theme& theme, Diagnostics& out);

/// A template without the spaces before partials that stand alone on their line: they would indent
/// every line of the partial, the contents of <pre> included.
std::string without_partial_indentation(std::string_view text);

}  // namespace pes
