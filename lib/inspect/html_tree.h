#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace pes {

/// An attribute of an element, its references decoded.
struct HtmlAttribute {
  std::string_view name;  ///< Lower case; "href" for "xlink:href", "lang" for "xml:lang".
  std::string_view value;
};

/// An element, or a text that is not all spaces.
struct HtmlNode {
  std::string_view tag;        ///< Lower case; empty for a text.
  std::string_view text;       ///< Of a text, its references decoded.
  std::string_view start_tag;  ///< As it is written: `<a href="/">`; empty where none is.
  std::uint32_t parent = 0;    ///< Index of the element around it; the root is its own.
  std::uint32_t end = 0;       ///< Index behind its last descendant.
  std::uint32_t first_attribute = 0;
  std::uint32_t attributes = 0;
  bool inert = false;  ///< Within a <template>: on no page until a script puts it there.
};

/// Why a page cannot be trusted to be read as it was meant.
enum class HtmlMistake : std::uint8_t {
  none,
  syntax,    ///< Readers have to guess; the tree holds what browsers make of it.
  too_large  ///< More elements than any page should have: the tree is empty.
};

/// A page as a browser reads it, without scripts.
///
/// Shape: nodes in the order of the document, the root first.
struct HtmlTree {
  std::vector<HtmlNode> nodes;
  std::vector<HtmlAttribute> all_attributes;
  HtmlMistake mistake = HtmlMistake::none;
  std::size_t mistake_line = 0;  ///< The line, from 1, before which the first mistake stands.

  [[nodiscard]] std::span<const HtmlAttribute> attributes(const HtmlNode& node) const;
  [[nodiscard]] std::optional<std::string_view> attribute(const HtmlNode& node,
                                                          std::string_view name) const;
  /// The value of an attribute; empty where it is absent.
  [[nodiscard]] std::string_view value(const HtmlNode& node, std::string_view name) const;
};

/// Reads one page after another with the same memory.
class HtmlReader {
 public:
  HtmlReader();
  ~HtmlReader();
  HtmlReader(const HtmlReader&) = delete;
  HtmlReader& operator=(const HtmlReader&) = delete;

  /// Shape:  the tree holds until the next call, and as long as `html`.
  /// Source: HTML Living Standard, "Parsing HTML documents", as gumbo implements it.
  const HtmlTree& read(std::string_view html);

  /// The same, without the short way for pages that leave nothing to guess (see plain_html.h).
  const HtmlTree& read_anything(std::string_view html);

 private:
  void forget();

  struct Memory;
  std::unique_ptr<Memory> memory_;
  HtmlTree tree_;
};

}  // namespace pes
