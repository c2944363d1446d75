#pragma once

#include "pipeline.h"

namespace pes {

/// Where the site is published: as asked for, else as site.yml says, else nowhere.
inline BaseUrl base_of(const Settings& settings, const Record* site) {
  if (settings.base_url) return parse_base_url(*settings.base_url);
  return site != nullptr ? parse_base_url(text_of(field(*site, "base_url"))) : BaseUrl{};
}

}  // namespace pes
