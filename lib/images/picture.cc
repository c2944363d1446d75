#include "images/picture.h"

namespace pes {

std::optional<Picture> picture_of(const Record& record, const Decision& decision) {
  const Object& photo = object_of(field(record, "photo"));
  const std::string file(text_of(find(photo, "fichier")));
  if (!decision.picture || file.empty()) return std::nullopt;
  const bool decorative = flag_of(find(photo, "decorative"));
  return Picture{file, decorative ? "" : std::string(text_of(find(photo, "alt"))),
                 std::string(text_of(find(photo, "legende"))),
                 std::string(text_of(find(photo, "credit")))};
}

}  // namespace pes
