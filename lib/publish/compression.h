#pragma once

#include <span>
#include <vector>

#include "publish/output_file.h"
#include "run/workers.h"

namespace pes {

/// A copy of each text compressed by gzip and one by brotli, for servers that send such files
/// as they are: "index.html.gz", "index.html.br". Texts that would not get smaller have none.
///
/// Source: RFC 1952 (gzip), RFC 7932 (brotli).
std::vector<OutputFile> compressed_copies(std::span<const OutputFile> files,
                                          const Workers& workers);

}  // namespace pes
