#pragma once

#include <span>
#include <string_view>

namespace pes {

/// A program of the search page.
struct SearchScript {
  std::string_view path;  ///< In the output: "recherche/moteur.js".
  std::string_view bytes;
};

/// The programs that the build made from lib/publish/web/; see scripts.cmake there.
std::span<const SearchScript> search_scripts();

}  // namespace pes
