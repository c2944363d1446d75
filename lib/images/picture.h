#pragma once

#include <optional>
#include <string>

#include "consent/consent.h"
#include "records/record.h"

namespace pes {

/// A photo that may be shown.
struct Picture {
  std::string file;         ///< Below content/medias/.
  std::string alternative;  ///< Empty for a decorative picture.
  std::string caption;
  std::string credit;
};

/// The photo of a record, if it has one and the decision allows it.
std::optional<Picture> picture_of(const Record& record, const Decision& decision);

}  // namespace pes
