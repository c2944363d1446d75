#include "publish/output.h"

#include <algorithm>
#include <map>
#include <set>

#include "publish/feeds.h"
#include "publish/headers.h"
#include "publish/open_data.h"
#include "publish/redaction.h"
#include "publish/search_index.h"
#include "site/site_check.h"

namespace pes {

std::vector<std::string> media_files(const Site& site) {
  std::set<std::string> media;
  for (const Entry& entry : site.entries) {
    media.insert(entry.body.media.begin(), entry.body.media.end());
  }
  return {media.begin(), media.end()};
}

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

std::vector<std::string> other_paths(const Site& site, const std::vector<std::string>& statics) {
  std::vector<std::string> paths = feed_paths(site);
  paths.emplace_back(headers_path);
  for (std::string& path : editor_paths()) paths.push_back(std::move(path));
  for (std::string& path : open_data_paths()) paths.push_back(std::move(path));
  for (std::string& path : search_index_paths()) paths.push_back(std::move(path));
  for (const std::string& file : media_files(site)) paths.push_back("medias/" + file);
  for (const SiteImage& use : published_images(site)) {
    for (const Derivative& file : use.images.files) paths.push_back(file.path);
  }
  for (const Entry& entry : site.entries) {
    if (entry.preview) paths.push_back(preview_path(*entry.preview));
  }
  paths.insert(paths.end(), statics.begin(), statics.end());
  std::sort(paths.begin(), paths.end());
  return paths;
}

void check_static_files(const Site& site, const std::vector<std::string>& statics,
                        Diagnostics& out) {
  const PathOwners owners = owners_of_paths(site, other_paths(site, {}));
  for (const std::string& file : statics) {
    if (find_clash(owners, file) != owners.end()) out.add(Rule::file_collision, {}, {file});
  }
}

}  // namespace pes
