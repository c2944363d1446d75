#pragma once

#include <span>
#include <string_view>

namespace pes {

/// A file that runs in browsers, made from lib/publish/web/; see scripts.cmake there.
struct WebFile {
  std::string_view path;  ///< In the output: "recherche/moteur.js".
  std::string_view bytes;
};

/// The programs of the search page.
std::span<const WebFile> search_scripts();

/// The program of the online editor, Sveltia CMS, and what it loads.
std::span<const WebFile> redaction_files();

}  // namespace pes
