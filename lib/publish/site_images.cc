#include "publish/site_images.h"

#include <algorithm>
#include <map>
#include <set>

#include "disk/paths.h"
#include "images/metadata.h"
#include "records/files.h"

namespace pes {

namespace {

std::string file_name(const std::string& path) { return path.substr(path.rfind('/') + 1); }

// The name of a derivative in the cache is that of its file on the site.
std::string cache_name(const Derivative& file) { return file_name(file.path); }

bool find_all(const ImageSet& images, Cache& cache, std::vector<OutputFile>& files) {
  std::vector<OutputFile> found;
  for (const Derivative& file : images.files) {
    const auto kept = cache.find(cache_name(file));
    if (!kept || !metadata_text(read_bytes(*kept)).empty()) return false;
    found.push_back(copied_file(file.path, *kept));
  }
  std::move(found.begin(), found.end(), std::back_inserter(files));
  return true;
}

bool make_all(const std::filesystem::path& source, const ImageSet& images, Cache& cache,
              std::vector<OutputFile>& files) {
  std::vector<Rendition> wanted;
  for (const Derivative& file : images.files) wanted.push_back(file.rendition);
  const auto made =
      render_images(read_bytes(media_path(source, images.source)), images.region, wanted);
  if (made.empty()) return false;
  for (std::size_t i = 0; i < made.size(); ++i) {
    const Derivative& file = images.files[i];
    files.push_back(
        copied_file(file.path, cache.keep(cache_name(file), without_metadata(made[i]))));
  }
  return true;
}

OutputFile make_preview(const std::filesystem::path& source, const Entry& entry, Cache& cache,
                        Diagnostics& out) {
  const Preview& preview = *entry.preview;
  const std::string path = preview_path(preview);
  if (const auto kept = cache.find(file_name(path))) return copied_file(path, *kept);
  const auto& portrait = preview.portrait;
  std::string png = render_preview(
      preview, portrait ? read_bytes(media_path(source, portrait->source)) : std::string());
  if (png.empty()) {
    out.add(Rule::image_damaged, entry.picture->span, {portrait->source});
    return {path, "", {}};
  }
  return copied_file(path, cache.keep(file_name(path), png));
}

}  // namespace

std::vector<SiteImage> published_images(const Site& site) {
  std::map<std::string, SiteImage> uses;  // by the first of its files
  const auto add = [&](const ImageSet& images, Span span) {
    uses.try_emplace(images.files.front().path, SiteImage{images, span});
  };
  for (const Entry& entry : site.entries) {
    for (const SiteImage& use : entry.body.images) add(use.images, use.span);
    if (!entry.picture) continue;
    add(entry.picture->whole, entry.picture->span);
    if (entry.picture->square) add(*entry.picture->square, entry.picture->span);
    if (entry.picture->portrait) add(*entry.picture->portrait, entry.picture->span);
  }
  std::vector<SiteImage> out;
  for (auto& [path, use] : uses) out.push_back(std::move(use));
  return out;
}

std::vector<std::string> image_paths(const Site& site) {
  std::vector<std::string> paths;
  for (const SiteImage& use : published_images(site)) {
    for (const Derivative& file : use.images.files) paths.push_back(file.path);
  }
  return paths;
}

std::vector<std::string> preview_paths(const Site& site) {
  std::set<std::string> paths;
  for (const Entry& entry : site.entries) {
    if (entry.preview) paths.insert(preview_path(*entry.preview));
  }
  return {paths.begin(), paths.end()};
}

std::vector<OutputFile> make_site_images(const std::filesystem::path& source, const Site& site,
                                         Cache& cache, Diagnostics& out) {
  std::vector<OutputFile> files;
  for (const SiteImage& use : published_images(site)) {
    if (find_all(use.images, cache, files)) continue;
    if (make_all(source, use.images, cache, files)) continue;
    out.add(Rule::image_damaged, use.span, {use.images.source});
  }
  return files;
}

std::vector<OutputFile> make_previews(const std::filesystem::path& source, const Site& site,
                                      Cache& cache, Diagnostics& out) {
  std::vector<OutputFile> files;
  std::set<std::string> drawn;
  for (const Entry& entry : site.entries) {
    if (!entry.preview || !drawn.insert(preview_path(*entry.preview)).second) continue;
    files.push_back(make_preview(source, entry, cache, out));
  }
  return files;
}

}  // namespace pes
