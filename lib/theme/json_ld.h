#pragma once

#include <string>

#include "site/page.h"

namespace pes {

/// What search engines read of a page: the way to it, and what it is about: the organisation (home
/// page), a quotation (testimonials in people's own words), an article about a structure or a
/// project, or the open data (page of figures).
///
/// Shape:  JSON, safe inside a script element. People are named as far as the consent allows.
/// Source: JSON-LD 1.1; schema.org, BreadcrumbList, NGO, Quotation, Article, Project, Dataset.
std::string json_ld(const Site& site, const Page& page);

}  // namespace pes
