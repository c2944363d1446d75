#pragma once

#include "console.h"
#include "options.h"
#include "pipeline.h"

namespace pes {

/// The commands. Each returns its exit code: 0 fine, 1 the content has errors, 2 usage.
///
/// Errors: the machine's failures come as exceptions; see run.h.
int validate(const Options& options, const Console& console);
int build(const Options& options, const Console& console);
int stats(const Options& options, const Console& console);
int report(const Options& options, const Console& console);
int context(const Options& options, const Console& console);
int consent(const Options& options, const Console& console);
int withdraw(const Options& options, const Console& console);
int explain(const Options& options, const Console& console);
int schema(const Options& options, const Console& console);
int new_record(const Options& options, const Console& console);
int completion(const Options& options, const Console& console);
int man(const Options& options, const Console& console);

/// What the options mean for the library; reads the clock where they leave the day open.
Settings settings_of(const Options& options);

}  // namespace pes
