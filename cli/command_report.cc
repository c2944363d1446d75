#include "commands.h"

namespace pes {

int report(const Options&, const Console&) { return 2; }

}  // namespace pes
