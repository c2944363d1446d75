#pragma once

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "consent/consent.h"
#include "records/record.h"

namespace pes {

/// A name that was found.
///
/// Units: bytes of the text that was searched.
struct NameMatch {
  std::size_t who = 0;
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// How a text is to be read.
enum class Reading {
  text,   ///< Words and what stands between them.
  markup  ///< Besides, as a browser shows it: a name may be split by tags within a line.
};

/// Looks for many names in one pass.
///
/// A name is a sequence of words, compared without case, accents and ligatures, whatever stands
/// between them: « Camille Dupont », "camille-dupont", "DUPONT, Camille", "camilledupont" and
/// "Camille%20Dupont" are all found, character references and JSON escapes too.
class NameSearch {
 public:
  /// Forbids a name in each order and spelling that its words can have.
  void forbid(std::string_view name, std::size_t who);

  /// Allows a name, and with it every forbidden one that is a part of it where it stands.
  void allow(std::string_view name);

  [[nodiscard]] bool empty() const { return forbidden_ == 0; }

  /// What is forbidden in a text, by rising place.
  [[nodiscard]] std::vector<NameMatch> find(std::string_view text, Reading reading) const;

 private:
  struct Node {
    std::unordered_map<std::uint64_t, std::size_t> next;  ///< By the hash of a word.
    std::vector<std::size_t> who;
    bool allowed = false;
  };
  class Walk;
  Node& place(std::span<const std::string> words);
  void forbid_words(std::span<const std::string> words, std::size_t who);

  std::vector<Node> nodes_{1};
  std::bitset<65536> starts_;  ///< Hashes of first words, cut to 16 bits.
  std::size_t forbidden_ = 0;
};

/// The words of a name as they are compared, without forms of address.
std::vector<std::string> name_words(std::string_view name);

/// The people whom a line of text names: « Ada Un et Bea Deux » are two, « L'équipe » nobody.
std::vector<std::string> people_of(std::string_view text);

/// Forbids the civil name of everybody whose record is withheld or shows less than it, and allows
/// the names that are shown. `NameMatch::who` is the index of the record.
///
/// Shape: `decisions` goes with `records`, index by index.
NameSearch forbidden_names(std::span<const Record> records, std::span<const Decision> decisions);

}  // namespace pes
