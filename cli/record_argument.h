#pragma once

#include <optional>
#include <string>

#include "console.h"
#include "pipeline.h"

namespace pes {

/// The record that somebody names on the command line: "temoignages/epicerie",
/// "temoignage/epicerie" or "content/temoignages/epicerie.md". Complains, with a suggestion, where
/// there is none.
///
/// Shape: an index into `content.records`.
std::optional<std::size_t> find_record(const Content& content, const std::string& name,
                                       const Console& console);

}  // namespace pes
