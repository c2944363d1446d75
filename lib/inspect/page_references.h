#pragma once

#include "inspect/page_facts.h"

namespace pes {

/// Collects every address of a page, with what a browser does with it, and finds those that are
/// programs (`javascript:`, and `data:` where it would be run or shown as a page).
///
/// Shape:  <link> is fetched unless its `rel` only says where something is (canonical, alternate,
///         next…). Of a <picture> and of `srcset` one candidate is taken for what is fetched: of
///         the first <source>, else of <img>, the widest up to 960 pixels, or up to twice `sizes`
///         where that is a plain length; the narrowest where all are wider. The others are
///         `optional`. Images and frames with `loading="lazy"` are `lazy`, media with
///         `preload="none"` are `optional`.
/// Source: HTML Living Standard, "Fetching resources" and "Images".
void collect_references(const HtmlTree& tree, PageFacts& facts);

/// One picture of `srcset`.
struct ImageCandidate {
  std::string_view url;
  double width = 0;  ///< Pixels; 0 where it is not said.
};

/// Takes `srcset` apart; commas within addresses belong to them.
std::vector<ImageCandidate> parse_source_set(std::string_view text);

/// Index of the candidate that stands for all of them, see collect_references().
///
/// Shape: `candidates` is not empty.
std::size_t likely_candidate(std::span<const ImageCandidate> candidates, std::string_view sizes);

}  // namespace pes
