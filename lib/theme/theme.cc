#include "theme/theme.h"

#include <fmt/format.h>

#include <algorithm>

#include "disk/paths.h"
#include "images/format.h"
#include "images/picture_blocks.h"
#include "records/decode.h"
#include "records/files.h"
#include "text/digest.h"
#include "text/spelling.h"
#include "text/utf8.h"

namespace pes {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view extension = ".mustache";

void read_templates(const fs::path& source, const std::string& folder, SourceFiles& files,
                    std::map<std::string, Template>& templates, Diagnostics& out) {
  if (report_link(source, folder, out)) return;
  for (const std::string& name : list_directory(source / folder)) {
    if (!name.ends_with(extension)) continue;
    const RecordFile read = read_text_file(source, folder + name, files, out);
    templates[name.substr(0, name.size() - extension.size())] = {
        read.file, without_partial_indentation(files[read.file].text)};
  }
}

std::optional<Record> read_settings(const fs::path& source, const std::string& path,
                                    SourceFiles& files, Diagnostics& out) {
  if (!is_there(source / path)) {
    out.add(Rule::missing_file, {}, {path});
    return std::nullopt;
  }
  RecordFile file = read_text_file(source, path, files, out);
  file.kind = &theme_settings();
  Record settings = decode_record(file, files, out);
  if (settings.broken) return std::nullopt;
  return settings;
}

// What cannot be read as a picture is told when names are searched.
bool has_metadata(std::string_view bytes) {
  const auto blocks = picture_blocks(bytes);
  return blocks && std::any_of(blocks->begin(), blocks->end(),
                               [](const PictureBlock& block) { return !block.technical; });
}

// The file of static/ for each path of the output, that of the nearest heir.
using StaticSources = std::map<std::string, fs::path>;

// Reads one theme after the other, ancestors first.
class ThemeReader {
 public:
  ThemeReader(const fs::path& source, SourceFiles& files, Diagnostics& out)
      : source_(source), files_(files), out_(out), known_(list_directory(source / "themes")) {}

  std::optional<Theme> read(const std::string& name, Span span) {
    if (!add(name, span)) return std::nullopt;
    theme_.folder = source_ / folder_of(name);
    publish_static_files();
    return std::move(theme_);
  }

 private:
  static std::string folder_of(const std::string& name) { return fmt::format("themes/{}/", name); }

  bool add(const std::string& name, Span span) {
    if (std::find(known_.begin(), known_.end(), name) == known_.end()) {
      out_.add(Rule::unknown_theme, span, {name, fmt::format("{}", fmt::join(known_, ", "))})
          .nearest = nearest(name, known_);
      return false;
    }
    if (std::find(heirs_.begin(), heirs_.end(), name) != heirs_.end()) {
      out_.add(Rule::theme_cycle, span, {fmt::format("{} → {}", fmt::join(heirs_, " → "), name)});
      return false;
    }
    heirs_.push_back(name);
    const std::string folder = folder_of(name);
    if (report_link(source_, folder, out_)) {
      theme_.settings.readable = false;
      return true;
    }
    const auto settings = read_settings(source_, folder + "theme.yml", files_, out_);
    if (!settings) theme_.settings.readable = false;
    const Value* parent = settings ? field(*settings, "herite") : nullptr;
    if (parent != nullptr && !add(std::string(text_of(parent)), parent->span)) {
      theme_.settings.readable = false;
    }
    if (settings) apply_settings(*settings, theme_.settings);
    read_templates(source_, folder + "layouts/", files_, theme_.layouts, out_);
    read_templates(source_, folder + "partials/", files_, theme_.partials, out_);
    add_static_files(folder + "static/");
    return true;
  }

  void add_static_files(const std::string& folder) {
    if (report_link(source_, folder, out_)) return;
    for (const std::string& path : list_tree(source_ / folder, folder, out_)) {
      static_[path] = source_ / folder / path;
    }
  }

  void publish_static_files() {
    for (const auto& [path, file] : static_) {
      if (path != stylesheet_name) {
        theme_.static_files.push_back({path, file, ""});
        continue;
      }
      std::string css = palette_css(theme_.settings.palette) + read_bytes(file);
      constexpr std::size_t digits = 10;
      theme_.stylesheet = fmt::format("style-{}.css", sha256(css).substr(0, digits));
      theme_.static_files.push_back({theme_.stylesheet, file, std::move(css)});
    }
  }

  const fs::path& source_;
  SourceFiles& files_;
  Diagnostics& out_;
  std::vector<std::string> known_;
  std::vector<std::string> heirs_;
  StaticSources static_;
  Theme theme_;
};

}  // namespace

std::vector<std::string> Theme::static_paths() const {
  std::vector<std::string> paths;
  for (const StaticFile& file : static_files) paths.push_back(file.path);
  return paths;
}

std::optional<Theme> read_theme(const fs::path& source, const std::string& name, Span span,
                                SourceFiles& files, Diagnostics& out) {
  return ThemeReader(source, files, out).read(name, span);
}

void check_colours(std::span<const Record> records, const Theme& theme, Diagnostics& out) {
  if (!theme.settings.readable) return;
  std::vector<std::string> known;
  for (const ThemeColour& colour : theme.settings.palette.colours) known.push_back(colour.name);
  for (const Record& record : records) {
    const Value* colour = field(record, "couleur");
    if (colour == nullptr) continue;
    const std::string_view name = text_of(colour);
    if (std::find(known.begin(), known.end(), name) != known.end()) continue;
    out.add(Rule::unknown_choice, colour->span,
            {name, "couleur", fmt::format("{}", fmt::join(known, ", "))})
        .nearest = nearest(name, known);
  }
}

void check_static_images(const Theme& theme, Diagnostics& out) {
  for (const StaticFile& file : theme.static_files) {
    if (!has_image_extension(file.path)) continue;
    const std::string bytes = read_bytes(file.source);
    // What a drawing says of itself is text, in which names are searched as in any other.
    if (image_format(bytes) == ImageFormat::svg || !has_metadata(bytes)) continue;
    out.add(Rule::theme_image_metadata, {}, {file.path});
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
