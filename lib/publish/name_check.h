#pragma once

#include <span>
#include <vector>

#include "consent/names.h"
#include "diagnostics/diagnostic.h"
#include "publish/publication.h"
#include "run/workers.h"
#include "site/page.h"

namespace pes {

/// What is known about a site whose files are searched for names.
struct NameContext {
  std::span<const Record> records;
  std::span<const Decision> decisions;
  const SourceFiles& files;
};

/// Searches every file that is about to be published, its path, the metadata of pictures and the
/// text of documents included, for names that must not appear. Each file is read once, for all
/// names.
///
/// Shape:  pages are judged by what consents grant for `pages`, the feed and the data files by what
///         they grant for these.
/// Errors: each person found is reported once, with the first file and the template that made it,
///         at the place of the content or the theme where the name is written. A document that
///         cannot be read is a warning.
void check_names(const NameContext& context, const Site& site, std::span<const OutputFile> files,
                 Output pages, const Workers& workers, Diagnostics& out);

}  // namespace pes
