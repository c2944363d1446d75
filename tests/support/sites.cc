#include "support/sites.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <sstream>

#include "diagnostics/report.h"
#include "images/format.h"
#include "images/pixels.h"
#include "pipeline.h"
#include "publish/web_files.h"
#include "support/files.h"

namespace pes::test {

namespace fs = std::filesystem;

namespace {

void repeat_lines(const fs::path& from, const fs::path& to) {
  std::istringstream stream(read(from));
  std::string text;
  for (std::string line; std::getline(stream, line);) {
    const std::size_t space = line.find(' ');
    const int count = std::stoi(line.substr(0, space));
    for (int i = 0; i < count; ++i) text += line.substr(space + 1) + "\n";
  }
  write(to, text);
}

void remove_listed(const fs::path& list, const fs::path& to) {
  std::istringstream stream(read(list));
  for (std::string line; std::getline(stream, line);) fs::remove_all(to / line);
}

// The bytes of a picture may change with the libraries that make it; what it is does not.
std::string stand_in(const OutputFile& file) {
  const std::string bytes = read(file.copy_of);
  const bool made = file.path.starts_with("medias/") || file.path.starts_with("apercus/");
  const auto header =
      has_image_extension(file.path) && made ? read_pixel_header(bytes) : std::nullopt;
  if (!header) return bytes;
  return fmt::format("{} {} × {}\n", format_name(image_format(bytes)).fr, header->width,
                     header->height);
}

}  // namespace

Built build_site(const fs::path& source, Date day) {
  Built built;
  Settings settings{source, "", std::nullopt, {day, false}};
  settings.erasure_key = read(source / "cle.txt");
  Content content = read_content_model(settings, built.found);
  auto plan = plan_site(settings, content, built.found);
  if (plan && !built.found.has_errors()) {
    const TemporaryFolder folder;
    Cache cache(folder.path());
    const auto keep = [&](std::span<const OutputFile> files) {
      for (const OutputFile& file : files) {
        built.output[file.path] = file.copy_of.empty() ? file.bytes : stand_in(file);
      }
    };
    render_site(settings, content, *plan, cache, keep, built.found);
    // Made from the work of others, and run by tests/web/search.test.mjs.
    for (const WebFile& script : search_scripts()) {
      built.output[std::string(script.path)] = "Un programme de la recherche.\n";
    }
    if (built.found.has_errors()) built.output.clear();
  }
  built.found.sort(content.files);
  Diagnostics shown;
  for (const Diagnostic& diagnostic : built.found.abridged()) shown.add(diagnostic);
  built.found = std::move(shown);
  built.files = std::move(content.files);
  return built;
}

std::string report_all(const Built& built, Language language) {
  std::string out;
  const Places places(built.files);
  for (const Diagnostic& diagnostic : built.found.abridged()) {
    out += report(diagnostic, places, {language, false}) + "\n";
  }
  return out;
}

void copy_minimal_site(const fs::path& to) {
  fs::create_directories(to);
  fs::copy(repository() / "tests/sites/minimal/content", to / "content",
           fs::copy_options::recursive);
  fs::copy(repository() / "tests/sites/minimal/themes", to / "themes", fs::copy_options::recursive);
}

void overlay(const fs::path& from, const fs::path& to) {
  for (auto entries = fs::recursive_directory_iterator(from); entries != fs::end(entries);
       ++entries) {
    const auto& entry = *entries;
    const fs::path target = to / fs::relative(entry.path(), from);
    if (entry.path() == from / "juste") {
      entries.disable_recursion_pending();
      continue;
    }
    if (fs::is_symlink(target)) fs::remove(target);
    if (entry.is_symlink()) {
      fs::create_directories(target.parent_path());
      fs::copy_symlink(entry.path(), target);
    } else if (entry.path().filename() == "supprimer.txt") {
      remove_listed(entry.path(), to);
    } else if (entry.path().extension() == ".repete") {
      repeat_lines(entry.path(), fs::path(target).replace_extension());
    } else if (entry.is_regular_file()) {
      write(target, read(entry.path()));
    }
  }
}

}  // namespace pes::test
