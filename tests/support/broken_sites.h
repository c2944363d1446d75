#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "support/sites.h"

namespace pes::test {

/// A site as it was built, and its files: path → bytes. Symbolic links are none.
struct SiteOfFiles {
  Built built;
  std::map<std::string, std::string> files;
};

/// A folder of tests/sites_invalid/, laid over the minimal site.
struct BrokenSite {
  SiteOfFiles wrong;
  std::optional<SiteOfFiles> mended;  ///< By `pes validate --fix`, where that changes anything.
  std::optional<SiteOfFiles> right;   ///< By people: with `juste/` laid over it.
};

/// The names of all of them: "PES0014-yaml-colon-in-value".
std::vector<std::string> broken_sites();

/// The first of a rule, which `pes explain` shows.
///
/// Errors: empty if there is none.
std::string first_broken_site(Rule rule);

/// Made once for all tests.
const BrokenSite& broken_site(const std::string& name);

/// The finding that the site is about, one with a fix if there is any.
///
/// Errors: nullptr if the site does not break its rule.
const Diagnostic* example_of(const std::string& name);

/// What `pes explain` shows as right: « -wrong », « +right », and the files that come and go.
std::string right_example(const std::string& name, Language language);

}  // namespace pes::test
