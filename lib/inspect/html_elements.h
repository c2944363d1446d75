#pragma once

#include <cstdint>
#include <string_view>

namespace pes {

/// What must be known of an element to be sure that nothing is implied by it.
enum Trait : std::uint32_t {
  empty = 1U << 0U,        // has neither content nor end tag
  block = 1U << 1U,        // would close a paragraph
  in_head = 1U << 2U,      // may stand in <head>
  raw = 1U << 3U,          // its content is a text without references
  replaceable = 1U << 4U,  // its content is a text with references
  heading = 1U << 5U,
  lonely = 1U << 6U,  // never inside its like
  row_group = 1U << 7U,
  cell = 1U << 8U,
  only_in_head = 1U << 9U
};

/// An element of HTML that a page may hold without anything being guessed.
struct Element {
  std::string_view name;
  std::uint32_t traits = 0;
};

/// The element of a name in lower case, or nullptr for those that are not read the short way.
const Element* find_element(std::string_view name);

}  // namespace pes
