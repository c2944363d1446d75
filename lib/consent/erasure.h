#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "consent/name_search.h"
#include "consent/people.h"
#include "diagnostics/diagnostic.h"
#include "diagnostics/source.h"

namespace pes {

/// Who asked to be forgotten: of each name the keyed digests of its words, in their order. Without
/// the key, which never lies beside it, nobody can read a name from it or try names out; with the
/// key a name is found again where its words are. That two people share a word shows.
///
/// The file is text: a line « cle » that tells the right key from a wrong one, a line « nom » for
/// each name, with a star behind the words of the surname, lines that begin with `#`.
struct ErasureRegister {
  struct Word {
    std::string digest;
    bool surname = false;
    bool operator==(const Word&) const = default;
  };
  Span head;        ///< Its first line; of no file where there is no register.
  std::string key;  ///< Digest that the right key gives; empty where the register is.
  std::vector<std::vector<Word>> names;

  /// True where the key is the one that the names were written with.
  [[nodiscard]] bool opens_with(std::string_view key_text) const;

  /// True where it has all of these names, written with the key.
  [[nodiscard]] bool holds(std::span<const PersonName> people, std::string_view key_text) const;

  /// Adds the names of the same register as it is later. Where it has another key since, its names
  /// stand for these.
  void add(const ErasureRegister& later);
};

/// Reads the register, if it is among the files.
///
/// Errors: a line that is of none of these forms is reported.
ErasureRegister read_erasures(const SourceFiles& files, Diagnostics& out);

/// The register with more names. A name that it has already is not added again.
std::string with_erasures(std::string_view text, const ErasureRegister& known,
                          std::span<const PersonName> people, std::string_view key);

/// Looks for the names of a register: whole, in the disguises of NameSearch, and the surname behind
/// a form of address. Initials and halves of double surnames it cannot know. Several threads may
/// use it at once.
class ErasureSearch {
 public:
  ErasureSearch(const ErasureRegister& known, std::string key);
  ~ErasureSearch();
  ErasureSearch(ErasureSearch&&) noexcept;
  ErasureSearch& operator=(ErasureSearch&&) noexcept;
  ErasureSearch(const ErasureSearch&) = delete;
  ErasureSearch& operator=(const ErasureSearch&) = delete;

  [[nodiscard]] bool empty() const { return names_.empty(); }

  /// By rising place; `NameMatch::who` says nothing.
  [[nodiscard]] std::vector<NameMatch> find(std::string_view text, Reading reading) const;

 private:
  struct Memory;
  std::vector<std::vector<ErasureRegister::Word>> names_;
  std::string key_;
  std::unique_ptr<Memory> memory_;
};

/// How long a key must be at least.
///
/// Units: bytes.
inline constexpr std::size_t shortest_key = 32;

}  // namespace pes
