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
#include "images/derivatives.h"
#include "records/record.h"

namespace pes {

/// A layout or a partial.
struct Template {
  FileId file = no_file;
  std::string text;  ///< Ready for rendering: lines of partials without their indentation.
};

/// A folder of themes/, read.
struct Theme {
  std::filesystem::path folder;
  /// The names that `couleur` may have; absent where theme.yml is unreadable.
  std::optional<std::vector<std::string>> colours;
  ImageSpecs images;
  std::map<std::string, Template> layouts;  ///< By name, without extension.
  std::map<std::string, Template> partials;
  std::vector<std::string> static_files;  ///< Below static/, copied as they are.
};

/// Reads the theme `name` below `source`/themes/ and appends its texts to `files`.
///
/// Errors: an unknown theme is reported at `span` and gives nothing; a broken theme.yml is
/// reported.
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
