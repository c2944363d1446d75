#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "inspect/page_facts.h"
#include "publish/template_places.h"

namespace pes {

/// « /projets/ (gabarit : liste ; 12 pages) »; the address alone where no template made it.
Arg page_place(const std::string& layout, const std::string& address, std::size_t pages);

/// Gathers what is wrong with pages, so that a mistake of a template is told once and not for each
/// page that it made.
class PageFindings {
 public:
  /// Where a finding is.
  struct Where {
    std::string layout;  ///< Empty for what no template made.
    std::string address;
    FileId record = no_file;  ///< Whose page it is.
  };

  /// Shape: pages come one after the other.
  void add(const Where& where, const PageFinding& finding);

  /// Tells each mistake with the first page that has it and the number of pages, and of one rule
  /// and template ten at most; the last of them tells how many more there are. What few pages have
  /// may come from their records, which are told with it.
  void report(const TemplatePlaces& places, Diagnostics& out) const;

 private:
  struct Group {
    Arg detail;
    std::string address;  ///< Of the first page.
    std::string last;     ///< Of the last page counted.
    std::size_t pages = 0;
    std::vector<FileId> records;  ///< Of the pages, none where there are many.
  };
  std::map<std::tuple<std::string, Rule, std::string>, Group> groups_;  // by layout, rule and key
};

}  // namespace pes
