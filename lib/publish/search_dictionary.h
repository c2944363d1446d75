#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "publish/search_texts.h"

namespace pes {

/// The words of a text by the numbers of their stems, each once with how often it stands there.
using StemCounts = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

/// Counts the words of many texts, whose stems it numbers as they come.
class StemCounter {
 public:
  /// Shape: by rising number.
  StemCounts count(std::string_view text);

  /// The stems by their numbers.
  [[nodiscard]] const std::vector<std::string>& stems() const { return stems_; }

 private:
  std::unordered_map<std::string, std::uint32_t> words_;    ///< Folded word → number of its stem.
  std::unordered_map<std::string, std::uint32_t> numbers_;  ///< Stem → its number.
  std::vector<std::string> stems_;
};

/// Which records have which word in which field, and how often.
class SearchDictionary {
 public:
  /// The numbers that some stems have here; a new stem gets one.
  std::vector<std::uint32_t> number(std::span<const std::string> stems);

  /// The words whose number leaves `part` when divided by `parts`. Each part may be filled by a
  /// thread of its own.
  struct Share {
    unsigned part = 0;
    unsigned parts = 1;
  };

  /// Notes those words of one field of a record that belong to a share; `numbers` are those of the
  /// counter's stems.
  ///
  /// Shape: records come by rising number.
  void add(std::size_t record, std::size_t field, const StemCounts& counts,
           const std::vector<std::uint32_t>& numbers, Share share);

  /// An alphabetical part: a JSON array with a row for each word, see search_index.h.
  struct Block {
    std::string first;  ///< Its first word.
    std::string json;
  };

  /// The whole dictionary in order.
  ///
  /// Units: `longest` in bytes; a block with a single row may be longer.
  [[nodiscard]] std::vector<Block> blocks(std::size_t longest) const;

 private:
  struct Word {
    std::string stem;
    std::array<std::string, search_fields.size()> steps;
    std::array<std::size_t, search_fields.size()> last = {};
  };
  static void note(Word& word, std::size_t record, std::size_t field, std::size_t count);
  static std::string row(const Word& word);

  std::vector<Word> words_;
  std::unordered_map<std::string, std::uint32_t> numbers_;  // stem → index into words_
};

}  // namespace pes
