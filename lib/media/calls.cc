#include <dlfcn.h>

#include <filesystem>
#include <stdexcept>

#include "disk/paths.h"
#include "media/media.h"

namespace pes {

namespace fs = std::filesystem;

namespace {

// By its place and never by a search, which the folder or the environment of a run could lead
// astray.
fs::path module_path() {
  const fs::path folder = fs::read_symlink("/proc/self/exe").parent_path();
  const fs::path beside = folder / media_module;
  return is_there(beside) ? beside : folder.parent_path() / "lib/pes" / media_module;
}

// Never unloaded: libraries such as glib do not survive that.
const Media& load() {
  void* module = dlopen(module_path().c_str(), RTLD_LAZY | RTLD_LOCAL);
  void* found = module != nullptr ? dlsym(module, media_symbol) : nullptr;
  if (found == nullptr) throw std::runtime_error(dlerror());
  return *static_cast<const Media*>(found);
}

const Media& media() {
  static const Media& loaded = load();
  return loaded;
}

}  // namespace

std::optional<PixelHeader> read_pixel_header(std::string_view bytes) {
  return media().read_pixel_header(bytes);
}

std::vector<std::string> render_images(std::string_view bytes, const Region& region,
                                       std::span<const Rendition> renditions) {
  return media().render_images(bytes, region, renditions);
}

std::string render_preview(const Preview& preview, const std::string& portrait) {
  return media().render_preview(preview, portrait);
}

bool has_location(std::string_view bytes) { return media().has_location(bytes); }

std::optional<std::string> without_location(std::string_view bytes) {
  return media().without_location(bytes);
}

std::string without_metadata(std::string_view bytes) { return media().without_metadata(bytes); }

std::string metadata_text(std::string_view bytes) { return media().metadata_text(bytes); }

DocumentText document_text(DocumentKind kind, const std::string& bytes) {
  return media().document_text(kind, bytes);
}

}  // namespace pes
