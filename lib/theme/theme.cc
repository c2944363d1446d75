#include "theme/theme.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "images/format.h"
#include "images/metadata.h"
#include "records/decode.h"
#include "records/files.h"
#include "text/spelling.h"
#include "text/utf8.h"

namespace pes {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view extension = ".mustache";

std::map<std::string, Template> read_templates(const fs::path& source, const std::string& folder,
                                               SourceFiles& files, Diagnostics& out) {
  std::map<std::string, Template> templates;
  for (const std::string& name : list_directory(source / folder)) {
    if (!name.ends_with(extension)) continue;
    const RecordFile read = read_text_file(source, folder + name, files, out);
    templates[name.substr(0, name.size() - extension.size())] = {
        read.file, without_partial_indentation(files[read.file].text)};
  }
  return templates;
}

std::vector<std::string> read_colours(const Record& settings) {
  std::vector<std::string> colours;
  for (const Value& colour : list_of(field(settings, "couleurs"))) {
    colours.emplace_back(text_of(&colour));
  }
  return colours;
}

ImageSpecs read_image_specs(const Record& settings) {
  const Object& block = object_of(field(settings, "images"));
  ImageSpecs specs;
  std::set<int> widths;
  for (const Value& width : list_of(find(block, "largeurs"))) {
    widths.insert(static_cast<int>(integer_of(&width).value_or(0)));
  }
  if (!widths.empty()) specs.widths.assign(widths.begin(), widths.end());
  if (const auto sizes = text_of(find(block, "tailles")); !sizes.empty()) specs.sizes = sizes;
  for (const Value& crop : list_of(find(block, "recadrages"))) {
    specs.crops.push_back(text_of(&crop) == "carre" ? Crop::square : Crop::portrait);
  }
  return specs;
}

void read_settings(const fs::path& source, const std::string& path, Theme& theme,
                   SourceFiles& files, Diagnostics& out) {
  if (!fs::exists(source / path)) {
    out.add(Rule::missing_file, {}, {path});
    return;
  }
  RecordFile file = read_text_file(source, path, files, out);
  file.kind = &theme_settings();
  const Record settings = decode_record(file, files, out);
  if (settings.broken) return;
  theme.colours = read_colours(settings);
  theme.images = read_image_specs(settings);
}

}  // namespace

std::optional<Theme> read_theme(const fs::path& source, const std::string& name, Span span,
                                SourceFiles& files, Diagnostics& out) {
  const std::vector<std::string> known = list_directory(source / "themes");
  if (std::find(known.begin(), known.end(), name) == known.end()) {
    out.add(Rule::unknown_theme, span, {name, fmt::format("{}", fmt::join(known, ", "))}).nearest =
        nearest(name, known);
    return std::nullopt;
  }
  const std::string folder = fmt::format("themes/{}/", name);
  Theme theme;
  theme.folder = source / folder;
  read_settings(source, folder + "theme.yml", theme, files, out);
  theme.layouts = read_templates(source, folder + "layouts/", files, out);
  theme.partials = read_templates(source, folder + "partials/", files, out);
  theme.static_files = list_tree(theme.folder / "static", folder + "static/", out);
  return theme;
}

void check_colours(std::span<const Record> records, const Theme& theme, Diagnostics& out) {
  if (!theme.colours) return;
  const std::vector<std::string>& known = *theme.colours;
  for (const Record& record : records) {
    const Value* colour = field(record, "couleur");
    if (colour == nullptr) continue;
    const std::string_view name = text_of(colour);
    if (std::find(known.begin(), known.end(), name) != known.end()) {
      continue;
    }
    out.add(Rule::unknown_choice, colour->span,
            {name, "couleur", fmt::format("{}", fmt::join(known, ", "))})
        .nearest = nearest(name, known);
  }
}

void check_static_images(const Theme& theme, Diagnostics& out) {
  for (const std::string& name : theme.static_files) {
    if (!has_image_extension(name)) continue;
    if (metadata_text(read_bytes(theme.folder / "static" / name)).empty()) continue;
    out.add(Rule::theme_image_metadata, {}, {name});
  }
}

std::string without_partial_indentation(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    std::string_view line = text.substr(at, end - at);
    const std::string_view content = trim(line);
    const bool alone = content.starts_with("{{>") && content.find("}}") == content.size() - 2;
    if (alone) line.remove_prefix(line.find("{{>"));
    out += line;
    if (end < text.size()) out += '\n';
    at = end + 1;
  }
  return out;
}

}  // namespace pes
