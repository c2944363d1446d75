#include "publish/searched_text.h"

#include <stdexcept>

#include "disk/paths.h"
#include "images/format.h"
#include "publish/plain_text.h"

namespace pes {

namespace {

// Larger files are not read whole only to search them.
constexpr std::size_t largest_searched = std::size_t{64} << 20U;

DocumentText picture_text(const OutputFile& file, std::string bytes) {
  DocumentText out;
  if (!extension_fits(file.path, image_format(bytes))) out.miss(Unread::damaged);
  append_picture(bytes, out);
  out.texts.push_back(std::move(bytes));
  return out;
}

}  // namespace

DocumentText searched_text(const OutputFile& file) {
  const DocumentKind kind = document_kind(file.path);
  if (kind == DocumentKind::none) return {{}, Unread::kind};
  if (size_of_file(file.copy_of) > largest_searched) return {{}, Unread::size};
  std::string bytes = read_bytes(file.copy_of);
  if (file.as_planned && *file.as_planned != fingerprint(bytes)) {
    throw std::runtime_error(file.copy_of + ": changed by another program while it was being read");
  }
  switch (kind) {
    case DocumentKind::picture:
      return picture_text(file, std::move(bytes));
    case DocumentKind::text:
    case DocumentKind::calendar:
    case DocumentKind::markup:
      return plain_text(kind, std::move(bytes));
    default:
      return document_text(kind, bytes);
  }
}

}  // namespace pes
