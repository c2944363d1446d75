#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "site/addresses.h"

namespace pes {

/// Where an address on a page leads.
struct PageAddress {
  enum class Where : std::uint8_t {
    here,       ///< Below the base of the site.
    neighbour,  ///< On the same host, and written with it, but not below the base.
    elsewhere,  ///< On another host, or with another protocol that fetches.
    nowhere     ///< Nothing is fetched over the network: mailto, tel, data…
  };
  Where where = Where::nowhere;
  std::string path;      ///< Of `here`: starts with `/`, without the base, decoded.
  std::string fragment;  ///< Without `#`, decoded; empty for the top of the page.
};

/// The scheme of an address in lower case, "javascript"; empty for a relative one.
std::string scheme_of(std::string_view url);

/// Follows an address from the page at `page`, an address such as "/projets/recyclerie/".
///
/// Shape:  what leaves the base without naming the host is `here`, with a path that no file has.
/// Source: URL Living Standard, as far as addresses on pages need it: spaces and line ends at the
///         ends, `\` for `/`, `.` and `..`, hosts in any case, default ports.
PageAddress follow(std::string_view url, std::string_view page, const BaseUrl& base);

}  // namespace pes
