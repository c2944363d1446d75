#include "images/alternative.h"

#include <algorithm>
#include <array>

#include "images/format.h"
#include "text/slug.h"
#include "text/utf8.h"

namespace pes {

namespace {

constexpr auto empty_words = std::to_array<std::string_view>(
    {"photo", "photos", "photographie", "image", "images", "img", "picture", "illustration",
     "visuel", "portrait", "logo", "alt", "legende", "sans-titre", "photo-de-profil",
     "capture-d-ecran", "capture-decran"});

std::string_view name_of(std::string_view path) { return path.substr(path.rfind('/') + 1); }

}  // namespace

std::optional<Text> alternative_fault(std::string_view alternative, std::string_view file,
                                      std::string_view caption) {
  if (trim(alternative).empty()) return Text{"il est vide", "it is empty"};
  if (count_characters(alternative) > longest_alternative) {
    return Text{"il dépasse 150 caractères", "it is longer than 150 characters"};
  }
  const std::string words = slugify(alternative);
  const std::string_view name = name_of(file);
  const std::string_view stem = name.substr(0, name.rfind('.'));
  if (has_image_extension(trim(alternative)) || words == slugify(name) || words == slugify(stem)) {
    return Text{"c'est un nom de fichier", "it is the name of a file"};
  }
  if (words.empty() ||
      std::find(empty_words.begin(), empty_words.end(), words) != empty_words.end()) {
    return Text{"il ne dit rien de l'image", "it says nothing about the picture"};
  }
  if (!caption.empty() && words == slugify(caption)) {
    return Text{"il répète la légende", "it repeats the caption"};
  }
  return std::nullopt;
}

}  // namespace pes
