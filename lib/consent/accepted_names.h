#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "consent/consent.h"
#include "diagnostics/diagnostic.h"
#include "records/record.h"

namespace pes {

/// A place where staff have found that the words of somebody's name mean something else.
struct AcceptedName {
  std::size_t who = 0;     ///< The record whose name must not appear.
  FileId place = no_file;  ///< The record that may hold these words; or else
  std::string media;       ///< the document that may, below content/medias/.
};

/// The exceptions of site.yml that hold on a day.
///
/// Shape:  `decisions` goes with `records`, index by index.
/// Errors: a record or a document that does not exist, the record itself, a day more than a year
///         ahead, and a reason that holds the name are reported; one that has lapsed, or whose
///         person has withdrawn, is a warning. None of these holds.
std::vector<AcceptedName> read_accepted_names(const Record& site, std::span<const Record> records,
                                              std::span<const Decision> decisions,
                                              const SourceFiles& files,
                                              const std::vector<std::string>& media, Date day,
                                              Diagnostics& out);

}  // namespace pes
