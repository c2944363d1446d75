#include "publish/site_documents.h"

#include <set>

namespace pes {

std::vector<std::string> media_files(const Site& site) {
  std::set<std::string> media;
  for (const Entry& entry : site.entries) {
    media.insert(entry.body.media.begin(), entry.body.media.end());
  }
  return {media.begin(), media.end()};
}

std::string document_path(std::string_view media_file) {
  return "medias/" + std::string(media_file);
}

std::vector<std::string> document_paths(const Site& site) {
  std::vector<std::string> paths;
  for (const std::string& file : media_files(site)) paths.push_back(document_path(file));
  return paths;
}

}  // namespace pes
