#pragma once

#include <optional>
#include <string>

#include "consent/consent.h"
#include "images/image_book.h"
#include "records/record.h"

namespace pes {

/// A photo that may be shown.
struct Picture {
  std::string alternative;  ///< Empty for a decorative picture.
  std::string caption;
  std::string credit;
  Span span;  ///< Where its file is named.
  ImageSet whole;
  std::optional<ImageSet> square;
  std::optional<ImageSet> portrait;
};

/// The photo of a record, if it has one, the decision allows it, and it can be published.
std::optional<Picture> picture_of(const Record& record, const Decision& decision,
                                  const ImageBook& images, const ImageSpecs& specs);

/// Reports photos that cannot be published, and alternatives that do not stand for theirs.
void check_pictures(std::span<const Record> records, const ImageBook& images, Diagnostics& out);

}  // namespace pes
