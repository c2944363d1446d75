#pragma once

#include <filesystem>
#include <string>

#include "commands.h"
#include "diagnostics/diagnostic.h"
#include "pipeline.h"
#include "publish/build_state.h"

namespace pes {

/// One build: what is asked for, and where it goes.
struct SiteJob {
  const Options& options;
  const Console& console;
  Settings settings;
  std::filesystem::path output;
  SourceDigest made_from = {};  ///< Empty where no later build may rely on it.
};

/// What became of an attempt to make and publish a site.
struct Attempt {
  int code = 0;                      ///< 0 where it is published, else an exit code.
  Diagnostics found = {};            ///< What it is wrong with, sorted, for code 1.
  Severity least = Severity::error;  ///< What of that is worth telling.
  SourceFiles files = {};            ///< Where it stands.
};

/// Tells again what was told last time, if a build would give the same.
bool tell_again(const SiteJob& job);

/// Makes the site, publishes it if nothing is wrong with it, and tells what was published.
Attempt make_and_publish(const SiteJob& job);

/// Tells what is wrong.
void tell_wrong(const SiteJob& job, const Attempt& attempt);

/// The folders that a site is made from.
std::vector<std::filesystem::path> source_folders(const Settings& settings);

}  // namespace pes
