#pragma once

#include <span>
#include <vector>

#include "impact/published.h"
#include "run/workers.h"
#include "site/lists.h"
#include "site/page.h"
#include "text/collation.h"

namespace pes {

/// What the pages are made from.
struct SiteInput {
  const Record* settings = nullptr;  ///< site.yml
  BaseUrl base;
  std::vector<Entry> entries;
  std::span<const Record> records;
  std::span<const PublishedTotal> figures;
  Look look;
  Typography typography;
  Workers workers{};
  std::size_t page_size = pes::page_size;
};

/// Lays out the whole site: every page with its address, its neighbours and its figures.
///
/// Shape: pages by rising address, each address once.
Site make_site(SiteInput input, const Collator& collator);

}  // namespace pes
