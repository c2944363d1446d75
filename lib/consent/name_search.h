#pragma once

#include <array>
#include <bitset>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "consent/name_meaning.h"
#include "consent/people.h"
#include "consent/text_words.h"

namespace pes {

/// A name that was found.
///
/// Units: bytes of the text that was searched.
struct NameMatch {
  std::size_t who = 0;
  std::size_t begin = 0;
  std::size_t end = 0;
  bool operator==(const NameMatch&) const = default;
};

/// Looks for many names in one pass.
///
/// Words are compared without case, accents, ligatures and disguises (`letter_form`), through
/// character references and escapes, whatever stands between them: « Camille Dupont »,
/// "camille-dupont", "DUPONT, Camille", "camilledupont" and "Camille%20Dupont" are all found. Where
/// the first name and the surname of somebody, a form of address and the surname, or a name run
/// together are near to each other, the words around are read closely (`meanings`).
class NameSearch {
 public:
  /// Forbids a name in every form that means that person.
  void forbid(const PersonName& name, std::size_t who);

  /// Allows a name in its order, and with it every forbidden one that is a part of it where it
  /// stands.
  void allow(std::string_view name);

  /// Allows a surname behind a form of address.
  void allow_address(const PersonName& name);

  [[nodiscard]] bool empty() const { return names_.empty(); }

  /// What is forbidden in a text, by rising place.
  [[nodiscard]] std::vector<NameMatch> find(std::string_view text, Reading reading) const;

 private:
  using Hash = std::uint64_t;
  using Names = std::vector<std::size_t>;  // of names_
  struct Use {
    bool pairs = false;    ///< A part of a name.
    bool surname = false;  ///< That a form of address may stand before.
    bool address = false;
    bool whole = false;  ///< A name run together.
  };
  struct Node {
    std::unordered_map<std::string, std::size_t> next;
    bool ends = false;
  };
  struct Text {
    std::string_view text;
    Reading reading;
    Escapes escapes;
  };
  class Walk;
  class Rows;

  Use& use_of(std::string_view word);
  void add_pair(std::string_view a, std::string_view b, std::size_t name);
  void add_surname(std::string_view word, std::size_t name);
  void add_keys(std::size_t name);
  void allow_words(std::size_t node, const std::vector<std::string>& words);
  [[nodiscard]] bool covers(const Text& text, std::size_t from, NameMatch match) const;
  /// What asks for another look at a text.
  struct Seen {
    bool cells = false;  ///< Two parts of a name that may be cells of a row.
    bool seams = false;  ///< A tag that may cut words.
  };
  Seen scan(const Text& text, std::vector<NameMatch>& found) const;
  void scan_rows(std::string_view text, Reading reading, std::vector<NameMatch>& found) const;
  Seen find_all(std::string_view text, Reading reading, std::vector<NameMatch>& found) const;

  std::vector<SoughtName> names_;
  std::vector<std::vector<std::size_t>> who_;  // by name
  std::unordered_map<std::string, std::size_t> known_;
  std::bitset<65536> starts_;  // hashes of words with a use, cut to 16 bits
  std::unordered_map<Hash, Use> uses_;
  std::unordered_map<Hash, Names> pairs_;
  std::unordered_map<Hash, Names> surnames_;
  std::unordered_map<Hash, Names> wholes_;
  /// The second node is behind any form of address.
  std::vector<Node> allowed_{2};
};

}  // namespace pes
