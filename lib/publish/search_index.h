#pragma once

#include <string>
#include <vector>

#include "publish/output_file.h"
#include "run/workers.h"
#include "site/page.h"

namespace pes {

/// The files that /recherche/ reads: an index of the published records, cut so that a query loads
/// only what it needs, and the programs that read it.
///
/// - `recherche/index.json`, the head: how many records and how long each of their fields is, what
///   the filters know of each, stop words, and the names of the other files;
/// - `recherche/termes-N-HASH.json`: an alphabetical part of the dictionary, at most 64 kB unless
///   a single word needs more. A row is [stem, {field: steps}]: steps from one record that has the
///   word to the next; a negative number says how often the last one has it, else once;
/// - `recherche/fiches-N-HASH.json`: what a result shows of some records: [title, address,
/// summary];
/// - `recherche/moteur.js` and `recherche/minisearch.js`.
///
/// Records are numbered as in `site.entries`. The names change with the contents, but for the head
/// and the programs.
///
/// Source: MiniSearch's serialisation, version 2, which moteur.js puts together from the head and
///         the parts that it has loaded.
std::vector<OutputFile> search_index(const Site& site, const Workers& workers);

/// The paths among them that no content changes.
std::vector<std::string> search_index_paths();

}  // namespace pes
