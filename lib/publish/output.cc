#include "publish/output.h"

#include <algorithm>
#include <array>
#include <set>

namespace pes {

namespace {

constexpr std::array feeds = {"flux.xml", "sitemap.xml", "robots.txt"};

bool clash(const std::string& a, const std::string& b) {
  return a == b || a.starts_with(b + "/") || b.starts_with(a + "/");
}

}  // namespace

std::vector<std::string> media_files(const Site& site) {
  std::set<std::string> media;
  for (const Entry& entry : site.entries) {
    media.insert(entry.body.media.begin(), entry.body.media.end());
    if (entry.picture) media.insert(entry.picture->file);
  }
  return {media.begin(), media.end()};
}

std::vector<std::string> other_paths(const Site& site, const std::vector<std::string>& statics) {
  std::vector<std::string> paths(feeds.begin(), feeds.end());
  for (const std::string& file : media_files(site)) paths.push_back("medias/" + file);
  paths.insert(paths.end(), statics.begin(), statics.end());
  std::sort(paths.begin(), paths.end());
  return paths;
}

void check_static_files(const Site& site, const std::vector<std::string>& statics,
                        Diagnostics& out) {
  std::vector<std::string> taken = other_paths(site, {});
  for (const Page& page : site.pages) {
    if (page.redirect.empty()) taken.push_back(file_of_address(page.address));
  }
  for (const std::string& file : statics) {
    const bool hidden = std::any_of(taken.begin(), taken.end(),
                                    [&](const std::string& other) { return clash(file, other); });
    if (hidden) out.add(Rule::file_collision, {}, {file});
  }
}

}  // namespace pes
