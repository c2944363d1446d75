#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "consent/people.h"
#include "consent/text_words.h"

namespace pes {

/// A name that is looked for, in the spellings that one word of it can have.
struct SoughtName {
  explicit SoughtName(PersonName name);

  PersonName person;
  /// The first name in one word or more: « jean pierre », « jeanpierre », « j p », « jp ».
  std::vector<std::vector<std::string>> given;
  /// The surname: « tour », « latour », each half of a double one.
  std::vector<std::vector<std::string>> surname;
  std::vector<std::string> joined;  ///< The whole name as one word, where it is long enough.
};

/// Words of a text, from the first to behind the last.
struct WordRange {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool operator==(const WordRange&) const = default;
};

/// Where some words mean that person.
///
/// The first name and the surname in any order; between them a middle name, an initial, a title, a
/// particle, what quotes or brackets enclose, « dite Mimi », or « et Lucien ». The surname behind a
/// form of address. Order, capitals and commas decide where words mean something else:
///
/// - « Sylvie Martin, Anne Petit »: where what stands before is tied to the first word and what
///   follows to the last, two other people are named;
/// - « une fontaine claire »: a first name that is a word of French too, in small letters, behind a
///   surname, is none; nor is one behind an article (« la claire fontaine »). In an address, where
///   hyphens, dots and the like tie the words, and in a cell, all letters are small: it is one.
std::vector<WordRange> meanings(const SoughtName& name, std::span<const TextWord> words);

}  // namespace pes
