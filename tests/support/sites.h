#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "diagnostics/diagnostic.h"
#include "diagnostics/source.h"
#include "text/date.h"

namespace pes::test {

/// The day on which all test sites are built.
inline constexpr Date test_day{std::chrono::year(2026), std::chrono::month(1),
                               std::chrono::day(15)};

/// A site taken through the whole pipeline, short of publishing.
struct Built {
  SourceFiles files;
  Diagnostics found;
  std::map<std::string, std::string> output;  ///< Empty if there are errors.
};
Built build_site(const std::filesystem::path& source, Date day = test_day);

/// The findings as `pes validate` prints them.
std::string report_all(const Built& built, Language language);

/// A copy of tests/sites/minimal to break or to extend.
void copy_minimal_site(const std::filesystem::path& to);

/// Lays a folder over a site: its files replace those of the site. Two names are orders:
/// `supprimer.txt` lists files to delete, and each line « N text » of `x.repete` stands N times in
/// `x`. A folder `juste/` at the top is left out: see broken_sites.h.
void overlay(const std::filesystem::path& from, const std::filesystem::path& to);

}  // namespace pes::test
