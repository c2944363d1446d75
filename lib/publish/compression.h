#pragma once

#include <vector>

#include "publish/publication.h"

namespace pes {

/// Adds a copy of each text compressed by gzip and one by brotli, for servers that send such files
/// as they are: "index.html.gz", "index.html.br". Texts that would not get smaller have none.
///
/// Source: RFC 1952 (gzip), RFC 7932 (brotli).
void add_compressed_copies(std::vector<OutputFile>& files, const Workers& workers);

}  // namespace pes
