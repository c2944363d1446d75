#include "commands.h"
#include "impact/statistics.h"

namespace pes {

int stats(const Options& options, const Console& console) {
  Diagnostics found;
  const Content content = read_content_model(settings_of(options), found);
  found.sort(content.files);
  if (found.has_errors()) {
    console.report(found, content.files, Severity::error, false);
    return 1;
  }
  Console::print(options.format == "json" ? statistics_json(content.ledger)
                                          : statistics_table(content.ledger, console.language()));
  return 0;
}

}  // namespace pes
