#include "pipeline/erased.h"

namespace pes {

ErasureSearch find_erased(const Settings& settings, const Content& content, Diagnostics& out) {
  const ErasureRegister& known = content.erasures;
  if (known.names.empty()) return {{}, {}};
  if (!known.opens_with(settings.erasure_key)) {
    out.add(Rule::erasure_key, known.head);
    return {{}, {}};
  }
  return {known, settings.erasure_key};
}

}  // namespace pes
