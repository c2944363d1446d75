#include "publish/records_behind.h"

#include <algorithm>

#include "images/preview.h"
#include "publish/site_documents.h"
#include "site/addresses.h"

namespace pes {

namespace {

bool holds(const ImageSet& images, std::string_view path) {
  return std::any_of(images.files.begin(), images.files.end(),
                     [&](const Derivative& file) { return file.path == path; });
}

bool holds(const Picture& picture, std::string_view path) {
  return holds(picture.whole, path) || (picture.square && holds(*picture.square, path)) ||
         (picture.portrait && holds(*picture.portrait, path));
}

bool is_behind(const Entry& entry, std::string_view path) {
  const LinkedBody& body = entry.body;
  return file_of_address(entry.address) == path ||
         std::any_of(body.media.begin(), body.media.end(),
                     [&](const std::string& file) { return document_path(file) == path; }) ||
         std::any_of(body.images.begin(), body.images.end(),
                     [&](const SiteImage& image) { return holds(image.images, path); }) ||
         (entry.picture && holds(*entry.picture, path)) ||
         (entry.preview && preview_path(*entry.preview) == path);
}

}  // namespace

std::vector<FileId> records_behind(const Site& site, std::string_view path) {
  std::vector<FileId> records;
  for (const Entry& entry : site.entries) {
    if (is_behind(entry, path)) records.push_back(entry.record->file);
  }
  return records;
}

}  // namespace pes
