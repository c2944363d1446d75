#pragma once

#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "consent/accepted_names.h"
#include "consent/names.h"
#include "publish/output_file.h"
#include "site/page.h"

namespace pes {

/// Where the exceptions of site.yml let words stand that are somebody's name, too.
///
/// On the page of the place, all of them. In what gathers texts of several records – lists, feeds,
/// data, the search index, pages that show a card of the place – only in the spelling of the place,
/// and only while no other text of the site has words that could mean that person: whatever
/// appears there can then come from the place alone. In a document, if it is the place. Nowhere
/// else, and never on the person's own page.
class AcceptedPlaces {
 public:
  /// Shape: `accepted` says whom; what the others are is said at NameContext.
  AcceptedPlaces(std::span<const AcceptedName> accepted, std::span<const Record> records,
                 std::span<const Decision> decisions, const SourceFiles& files, const Site& site);

  /// Whether somebody's name may stand in a file in these words.
  [[nodiscard]] bool cover(std::size_t who, const OutputFile& file, std::string_view words) const;

 private:
  struct Person {
    std::set<std::string> paths;      // of the places in the output
    std::set<std::string> own_paths;  // of the pages of the person
    std::set<std::string> spellings;  // in the places
    bool said_elsewhere = false;
  };
  std::map<std::size_t, Person> people_;
};

}  // namespace pes
