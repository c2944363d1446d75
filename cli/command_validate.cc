#include <fmt/format.h>

#include "commands.h"

namespace pes {

int validate(const Options& options, const Console& console) {
  const Settings settings = settings_of(options);
  Diagnostics found;
  Content content = read_content_model(settings, found);
  plan_site(settings, content, found);
  found.sort(content.files);
  console.report(found, content.files, Severity::warning, true);
  Console::print(fmt::format(
      fmt::runtime(console.say({"{} fiches vérifiées : {}.\n", "{} records checked: {}.\n"})),
      content.records.size(), console.count(found)));
  const bool fails = found.has_errors() || (options.strict && !found.all().empty());
  return fails ? 1 : 0;
}

}  // namespace pes
