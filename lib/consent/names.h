#pragma once

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "consent/consent.h"
#include "consent/people.h"
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
  void forbid(const PersonName& name, std::size_t who);

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
  void forbid_joined(std::span<const std::string> words, std::size_t who);

  std::vector<Node> nodes_{1};
  std::bitset<65536> starts_;  ///< Hashes of first words, cut to 16 bits.
  std::size_t forbidden_ = 0;
};

/// Who must not be named where.
struct NameWatch {
  NameSearch everywhere;
  /// By record: people whom another record rightly names, but who must not be named on the page of
  /// this one, since it gives less than their name.
  std::map<std::size_t, NameSearch> own_page;

  [[nodiscard]] bool empty() const;
};

/// Forbids the civil name of everybody whose record is withheld, shows less than the name, or does
/// not grant it for a purpose; and allows the names that are granted. `NameMatch::who` is the index
/// of the record. A name that the site may show may be in previews: `reseaux` is for the portrait.
///
/// Shape: `decisions` goes with `records`, index by index.
NameWatch forbidden_names(std::span<const Record> records, std::span<const Decision> decisions,
                          Purpose purpose);

}  // namespace pes
