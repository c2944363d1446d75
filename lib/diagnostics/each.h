#pragma once

#include <cstddef>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "run/workers.h"

namespace pes {

/// Does pieces of work that do not need each other, each with its own findings, which come back in
/// the order of the pieces: `work(index, found)`.
template <typename Work>
void for_each_with_findings(const Workers& workers, std::size_t count, Diagnostics& out,
                            Work work) {
  std::vector<Diagnostics> found(count);
  workers.for_each(count, [&](std::size_t i) { work(i, found[i]); });
  for (Diagnostics& part : found) out.append(std::move(part));
}

}  // namespace pes
