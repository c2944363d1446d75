#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace pes {

/// French alphabetical order: accents and case decide last, numbers count as numbers.
///
/// Opening one costs about a millisecond: open it once, keep the keys.
///
/// Source: CLDR, locale fr, as shipped with ICU.
class Collator {
 public:
  Collator();
  ~Collator();
  Collator(const Collator&) = delete;
  Collator& operator=(const Collator&) = delete;

  /// A byte string; comparing two of them with `<` orders the texts they come from.
  [[nodiscard]] std::string key(std::string_view text) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace pes
