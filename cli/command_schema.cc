#include "commands.h"
#include "known_values.h"

namespace pes {

int schema(const Options& options, const Console& /*console*/) {
  Diagnostics reported_by_validate;
  const Content content = read_content_model(settings_of(options), reported_by_validate);
  Console::print(json_schema(kind_named(options.kind), known_values(content)));
  return 0;
}

}  // namespace pes
