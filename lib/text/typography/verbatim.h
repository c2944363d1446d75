#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "text/typography/characters.h"

namespace pes {

/// Names that stay byte for byte as they are written.
class ProperNames {
 public:
  ProperNames() = default;
  explicit ProperNames(std::vector<std::string> names);

  /// True if a name begins with this byte.
  [[nodiscard]] bool may_begin(char byte) const {
    return begins_name_[static_cast<unsigned char>(byte)];
  }

  /// Where the longest name that stands whole at `at` ends; `at` if none does.
  [[nodiscard]] std::size_t match(std::string_view text, std::size_t at) const;

 private:
  std::vector<std::string> names_;  // by first byte, then longest first
  std::array<bool, 256> begins_name_{};
};

/// What typography leaves alone: names, addresses of the web and of people (with or without
/// scheme), @accounts, #hashtags, file names with underscores, :shortcodes: and smileys.
///
/// Shape: sorted and disjoint. Punctuation that ends a sentence is not part of an address.
std::vector<Extent> find_verbatim(std::string_view text, const ProperNames& names);

}  // namespace pes
