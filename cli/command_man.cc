#include "commands.h"
#include "manual.h"

namespace pes {

int man(const Options& /*options*/, const Console& console) {
  Console::print(
      manual_page(describe_program(console.language()), PES_VERSION, console.language()));
  return 0;
}

}  // namespace pes
