#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "inspect/html_tree.h"

namespace pes {

/// An address that a page holds.
struct PageReference {
  enum class Use : std::uint8_t {
    link,      ///< Followed only when somebody asks for it.
    optional,  ///< Perhaps fetched: another size or form of something that is counted.
    lazy,      ///< Fetched once it comes into view.
    loaded     ///< Fetched with the page.
  };
  std::string url;  ///< As written, its references decoded.
  Use use = Use::link;
};

/// Something that is wrong with a page by itself.
struct PageFinding {
  Rule rule = Rule::malformed_html;
  std::string key;        ///< The same for the same mistake on other pages; a text of the template.
  Arg detail{""};         ///< What the message shows.
  std::string subject{};  ///< The id of the element, where it has one.
};

/// What the checks must know of a page.
///
/// Shape: addresses are views that hold as long as the page, and until its reader reads another.
struct PageFacts {
  std::size_t elements = 0;      ///< As `document.querySelectorAll('*').length` counts them.
  std::vector<std::string> ids;  ///< What `#…` can lead to, sorted.
  std::string base;              ///< The address in <base>; empty for none.
  std::vector<PageReference> references;
  std::vector<PageFinding> findings;
};

/// Reads a page.
///
/// Shape:  what lies in a <template> is checked for scripts and addresses only; see the functions
///         below for what is found.
PageFacts read_page(HtmlReader& reader, std::string_view html);

/// A finding about an element: its start tag is shown, and its tag and class are the key.
PageFinding finding_about(Rule rule, const HtmlTree& tree, const HtmlNode& node);

}  // namespace pes
