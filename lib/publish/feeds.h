#pragma once

#include <span>
#include <string>

#include "site/page.h"

namespace pes {

/// The newest twenty testimonials and projects whose consent covers feeds.
///
/// Identifiers and dates come from the content alone, so that the same content gives the same
/// feed; records without a date are no news and stay out.
///
/// Source: RFC 4287 (Atom).
std::string atom_feed(const Site& site);

/// Every page that search engines should know.
///
/// Source: sitemaps.org protocol 0.9.
std::string sitemap(const Site& site);

/// Source: RFC 9309.
std::string robots(const Site& site);

/// A file that is made from the whole site, with its path in the output.
struct Feed {
  const char* path;
  std::string (*make)(const Site& site);
};

/// The feed, the sitemap and the robots file.
std::span<const Feed> all_feeds();

}  // namespace pes
