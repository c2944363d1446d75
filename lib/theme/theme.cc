#include "theme/theme.h"

#include <fmt/format.h>

#include <algorithm>

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

std::optional<std::vector<std::string>> read_colours(const fs::path& source,
                                                     const std::string& path, SourceFiles& files,
                                                     Diagnostics& out) {
  if (!fs::exists(source / path)) {
    out.add(Rule::missing_file, {}, {path});
    return std::nullopt;
  }
  RecordFile file = read_text_file(source, path, files, out);
  file.kind = &theme_settings();
  const Record settings = decode_record(file, files, out);
  if (settings.broken) return std::nullopt;
  std::vector<std::string> colours;
  for (const Value& colour : list_of(field(settings, "couleurs"))) {
    colours.emplace_back(text_of(&colour));
  }
  return colours;
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
  theme.colours = read_colours(source, folder + "theme.yml", files, out);
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
