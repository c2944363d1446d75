#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace pes {

/// A word of a text, as it stands and as it is compared.
///
/// Units: bytes of the text.
struct NameWord {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string folded;
  bool capital = false;  ///< It begins with a capital letter.
};

/// The words of a text, read through escapes.
std::vector<NameWord> split_words(std::string_view text);

/// The words of a text as they are compared.
std::vector<std::string> folded_words(std::string_view text);

/// A civil name, in the words that it is compared by.
struct PersonName {
  std::vector<std::string> words;

  /// True for « Mme Exemple »: a single word, which means somebody only behind a form of address.
  [[nodiscard]] bool is_surname() const { return words.size() == 1; }
  bool operator==(const PersonName&) const = default;
};

/// « m », « mme », « docteur »: what may stand before a name.
std::span<const std::string_view> forms_of_address();

/// Opening words such as « le » and « notre », which are no part of a name when others follow.
bool is_article(std::string_view folded);

/// The people whom a line of authors names. « Ada Un et Bea Deux » are two; « L'équipe » and
/// « Bénévoles de Dijon » are nobody, and « L'équipe d'Ada Un » is one.
///
/// Shape: somebody with a middle name comes with and without it, and « Ada et Bea Un » are both
///        called Un. A single word without a form of address is no civil name.
std::vector<PersonName> people_of(std::string_view text);

/// « Camille Dupont » as « Camille D. ».
///
/// Shape: nothing where it is not sure which word is the first name and which the last: a single
///        word, several people, a form of address, « DUPONT Camille », « Dupont, Camille ».
std::optional<std::string> first_name_and_initial(std::string_view name);

}  // namespace pes
