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
  bool shouted = false;  ///< It has two letters or more, all of them capitals.
  bool tied = false;     ///< A hyphen or an apostrophe ties it to the word before.
};

/// The words of a text, read through escapes.
std::vector<NameWord> split_words(std::string_view text);

/// The words of a text as they are compared.
std::vector<std::string> folded_words(std::string_view text);

/// A civil name, in the words that it is compared by.
struct PersonName {
  std::vector<std::string> words;  ///< As they stand.
  /// « jean », « pierre »; empty for a surname alone, and where nothing tells which word is what:
  /// then the words mean somebody in their order only.
  std::vector<std::string> given;
  std::vector<std::string> surname;  ///< Without the particles before it.
  std::vector<std::string> halves;   ///< Words of a double surname that are one by themselves.

  /// True for « Mme Exemple »: a single word, which means somebody only behind a form of address.
  [[nodiscard]] bool is_surname() const { return words.size() == 1; }
  bool operator==(const PersonName& other) const { return words == other.words; }
};

/// The name that some words are. A word in capitals among others is the surname; else the first
/// is the first name, and the last the surname, each with what a hyphen ties to it.
PersonName name_of(std::span<const NameWord> words);

/// The people whom a line of authors names. « Ada Un et Bea Deux » are two; « L'équipe » and
/// « Bénévoles de Dijon » are nobody, and « L'équipe d'Ada Un » is one.
///
/// Shape: somebody with a middle name comes with and without it, « Camille « Mimi » Un (née Deux) »
///        with each of these names, and « Ada et Bea Un » are both called Un. A single word without
///        a form of address is no civil name. Where a line may be read in several ways, all are
///        there.
std::vector<PersonName> people_of(std::string_view text);

/// False where a line of authors may name somebody in a way that people_of() does not understand,
/// or is unsure of: brackets and quotes left open, signs that belong to no name, « Un, Ada », and
/// two words with capitals of which it makes nobody.
bool is_clear_author(std::string_view text);

/// « Camille Dupont » as « Camille D. ».
///
/// Shape: nothing where it is not sure which word is the first name and which the last: a single
///        word, several people, a form of address, « DUPONT Camille », « Dupont, Camille ».
std::optional<std::string> first_name_and_initial(std::string_view name);

}  // namespace pes
