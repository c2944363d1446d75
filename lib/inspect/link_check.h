#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "inspect/page_address.h"
#include "inspect/page_facts.h"
#include "inspect/published_files.h"

namespace pes {

/// A page that was read.
struct ReadPage {
  std::string address;   ///< "/projets/recyclerie/"
  std::size_t file = 0;  ///< Index among the published files.
  PageFacts facts;
};

/// What an address leads to.
struct LinkEnd {
  PageAddress::Where where = PageAddress::Where::nowhere;
  std::optional<std::size_t> file;  ///< Of what lies `here` and is published.
  bool anchor = true;               ///< False if the page has no such id.
};

/// Follows the addresses of pages and style sheets to what is published.
class LinkChecker {
 public:
  /// Shape: all arguments outlive this.
  LinkChecker(const BaseUrl& base, const PublishedFiles& files, std::span<const ReadPage> pages);

  /// Where an address leads from the page or style sheet at `from`, an address of the site.
  [[nodiscard]] LinkEnd end_of(std::string_view url, std::string_view from);

  /// What is wrong with an address, if anything is: fetched from elsewhere, leading to no file of
  /// the site, or to no place on its page.
  ///
  /// Shape: only pages have places; `#…` behind other files is not looked at.
  static std::optional<Rule> mistake_of(const LinkEnd& end, PageReference::Use use);

 private:
  [[nodiscard]] LinkEnd follow_to_end(std::string_view url, std::string_view from) const;

  const BaseUrl& base_;
  const PublishedFiles& files_;
  std::map<std::size_t, const PageFacts*> pages_;  ///< By file.
  /// What does not depend on the page that it stands on; most addresses are on many pages.
  std::unordered_map<std::string, LinkEnd> known_;
};

}  // namespace pes
