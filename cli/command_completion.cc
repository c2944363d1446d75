#include "commands.h"

namespace pes {

int completion(const Options& options, const Console& console) {
  Console::print(completion_script(describe_program(console.language()), options.shell));
  return 0;
}

}  // namespace pes
