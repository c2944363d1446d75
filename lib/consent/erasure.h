#pragma once

#include <span>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "consent/people.h"
#include "diagnostics/diagnostic.h"
#include "diagnostics/source.h"

namespace pes {

/// Who asked to be forgotten: of each name the keyed digests of its words, in their order. Without
/// the key, which never lies beside it, nobody can read a name from it or try names out; with the
/// key a name is found again where its words are. That two people share a word shows.
///
/// The file is text: a line « cle » that tells the right key from a wrong one, a line « nom » for
/// each name, lines that begin with `#`.
struct ErasureRegister {
  Span head;        ///< Its first line; of no file where there is no register.
  std::string key;  ///< Digest that the right key gives; empty where the register is.
  std::vector<std::vector<std::string>> names;

  /// True where the key is the one that the names were written with.
  [[nodiscard]] bool opens_with(std::string_view key_text) const;
};

/// Reads the register, if it is among the files.
///
/// Errors: a line that is of none of these forms is reported.
ErasureRegister read_erasures(const SourceFiles& files, Diagnostics& out);

/// The register with more names. A name that it has already is not added again.
std::string with_erasures(std::string_view text, const ErasureRegister& known,
                          std::span<const PersonName> people, std::string_view key);

/// The words of texts, each once, as names compare them.
using WordSet = std::unordered_set<std::string>;
void collect_words(std::string_view text, WordSet& words);

/// The people of the register all of whose words are among some words, in each way that their
/// names may be read.
std::vector<PersonName> erased_people(const ErasureRegister& erasures, const WordSet& words,
                                      std::string_view key);

/// The register with its key, and who of it the sources of a site could name.
struct Erasures {
  ErasureRegister known;
  std::string key;
  std::vector<PersonName> people = {};
};

/// How long a key must be at least.
///
/// Units: bytes.
inline constexpr std::size_t shortest_key = 32;

}  // namespace pes
