#pragma once

#include <string>
#include <vector>

#include "publish/output_file.h"
#include "site/page.h"

namespace pes {

/// The path of the Atom feed of everything, and of that of one programme.
std::string feed_path(const Entry* programme = nullptr);

/// The newest twenty testimonials and projects whose consent covers feeds, of one programme or of
/// all.
///
/// Identifiers and dates come from the content alone, so that the same content gives the same
/// feed; records without a date are no news and stay out. An identifier follows from the name of
/// the organisation and the first address that the record ever had, so that neither a new base
/// address nor a new slug (with `anciennes_adresses`) makes old news new.
///
/// Shape:  there is something to tell.
/// Source: RFC 4287 (Atom); RFC 9562, version 8, for the identifiers.
std::string atom_feed(const Site& site, const Entry* programme = nullptr);

/// Every page that search engines should know, with the day of what it shows.
///
/// Source: sitemaps.org protocol 0.9.
std::string sitemap(const Site& site);

/// Source: RFC 9309.
std::string robots(const Site& site);

/// The paths of what make_feeds() makes.
std::vector<std::string> feed_paths(const Site& site);

/// The feeds of everything and of the programmes that have something to tell. A feed of nothing
/// would need a date, and there is none that is true.
std::vector<OutputFile> make_feeds(const Site& site);

/// The sitemap and the robots file, and their paths.
std::vector<OutputFile> make_crawler_files(const Site& site);
std::vector<std::string> crawler_paths();

}  // namespace pes
