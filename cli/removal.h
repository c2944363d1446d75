#pragma once

#include "site_job.h"

namespace pes {

/// Lets disappear what must, where mistakes keep the content of today from being published:
/// publishes the last state of the content without mistakes, less every record that today's content
/// no longer has, or no longer shows as much of. What today's content does not say readably counts
/// as withdrawn.
///
/// That state is the newest commit whose content is free of errors; without one, it is today's
/// content without the records that have errors, unless one of them is somebody's and cannot be
/// read, whose name nobody could then look for. A record that names somebody who must not appear,
/// or that leads to a document that nobody could search, goes too.
///
/// Returns: 0 where it is published, else 1 with a word why not.
int publish_removal(const SiteJob& job);

}  // namespace pes
