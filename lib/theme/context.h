#pragma once

#include <nlohmann/json.hpp>
#include <span>
#include <string>

#include "site/page.h"

namespace pes {

/// Everything that a template can use on one page, besides `site`.
///
/// Shape: every name is always there, null where the page has nothing for it, so that Mustache
///        never finds an outer name instead. Numbers are strings, written as French readers expect.
///        A list is null when empty, else {liste, nombre}.
///        `cards` has the HTML of every entry's card, by EntryId: a card is rendered once and
///        shown on many pages.
/// Units: addresses are links that already contain the base path.
nlohmann::json page_context(const Site& site, const Page& page, std::span<const std::string> cards);

/// The constants of every layout: `site`.
nlohmann::json shared_context(const Site& site);

/// The layout of the card of a record in a list.
inline constexpr const char* card_layout = "carte";

}  // namespace pes
