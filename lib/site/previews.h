#pragma once

#include "site/page.h"

namespace pes {

/// Says what the preview images of testimonials and projects show, where the theme wants them: the
/// photo only if the consent of those on it covers social networks.
void plan_previews(Site& site);

}  // namespace pes
