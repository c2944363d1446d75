#pragma once

#include <cstddef>
#include <deque>
#include <string>
#include <string_view>

#include "inspect/html_tree.h"

namespace pes {

/// Reads pages that leave nothing to guess: every element is known, closed where it was opened and
/// stands where the standard lets it stand without adding or moving anything; attributes are
/// quoted; references are numbers or the five of XML. So does nearly every page of a good theme,
/// and reading it so costs a thirtieth of what it costs to be ready for everything.
///
/// Shape:  false where a page holds anything else or more tags than `most_tags`, and then the tree
/// is of no use. `decoded` gets
///         the texts that do not stand in `html` as they are, and must live as long as the tree.
/// Source: HTML Living Standard, « Parsing HTML documents »; what is accepted here is a part of
///         what is read there without a parse error, with the same tree.
bool read_plain_html(std::string_view html, std::ptrdiff_t most_tags, HtmlTree& tree,
                     std::deque<std::string>& decoded);

}  // namespace pes
