#pragma once

#include <span>
#include <string>
#include <string_view>

#include "diagnostics/diagnostic.h"
#include "records/record.h"

namespace pes {

/// Where the site is published.
struct BaseUrl {
  std::string origin;  ///< "https://exemple.org"
  std::string path;    ///< "/realisations", or empty at the root.

  /// The address as a link on a page: "/realisations/projets/".
  [[nodiscard]] std::string link(std::string_view address) const;
  /// The address with its host, for feeds and metadata.
  [[nodiscard]] std::string absolute(std::string_view address) const;
};

/// Takes an address such as "https://exemple.org/realisations/" apart.
BaseUrl parse_base_url(std::string_view url);

/// The address of a record's page: "/projets/recyclerie/". Addresses start with `/` and leave the
/// base out; those of pages end with `/`.
std::string record_address(const Record& record);

/// The address of the list of a kind: "/projets/"; empty for pages at the root, which have none.
std::string section_address(const Kind& kind);

/// The address of a territory or a theme: "/territoires/dijon/".
std::string term_address(std::string_view section, std::string_view name);

/// The file that serves an address: "projets/recyclerie/index.html", "404.html". An address whose
/// last part has no dot is a folder, with or without its `/`.
std::string file_of_address(std::string_view address);

/// Reports empty and reserved slugs, and records that would share an address.
///
/// Source: content model, « Addresses ».
void check_addresses(std::span<const Record> records, const SourceFiles& files, Diagnostics& out);

}  // namespace pes
