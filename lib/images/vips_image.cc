#include "images/vips_image.h"

#include <mutex>
#include <stdexcept>

namespace pes {

namespace {

void say_nothing(const char*, GLogLevelFlags, const char*, void*) {}

}  // namespace

void start_vips() {
  static std::once_flag once;
  std::call_once(once, [] {
    if (VIPS_INIT("pes") != 0) throw std::runtime_error("libvips cannot start");
    g_log_set_handler("VIPS", G_LOG_LEVEL_MASK, say_nothing, nullptr);
    vips_cache_set_max(0);
  });
}

}  // namespace pes
