#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "inspect/page_address.h"
#include "inspect/page_facts.h"
#include "inspect/published_files.h"

namespace pes {

/// What an address leads to.
struct LinkEnd {
  PageAddress::Where where = PageAddress::Where::nowhere;
  std::optional<std::size_t> file;  ///< Of what lies `here` and is published.
  std::string fragment;             ///< The place on it that `#…` asks for; empty for none.
};

/// Follows the addresses of pages and style sheets to what is published.
class LinkChecker {
 public:
  /// Shape: all arguments outlive this.
  LinkChecker(const BaseUrl& base, const PublishedFiles& files) : base_(base), files_(files) {}

  /// Where an address leads from the page or style sheet at `from`, an address of the site. It
  /// holds until the next call.
  [[nodiscard]] const LinkEnd& end_of(std::string_view url, std::string_view from);

  /// What is wrong with an address, if anything is: fetched from elsewhere, or leading to no file
  /// of the site.
  static std::optional<Rule> mistake_of(const LinkEnd& end, PageReference::Use use);

 private:
  [[nodiscard]] LinkEnd follow_to_end(std::string_view url, std::string_view from) const;

  // So that a view is found without a string being made of it.
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view url) const {
      return std::hash<std::string_view>()(url);
    }
  };

  const BaseUrl& base_;
  const PublishedFiles& files_;
  /// What does not depend on the page that it stands on; most addresses are on many pages.
  std::unordered_map<std::string, LinkEnd, Hash, std::equal_to<>> known_;
  LinkEnd last_;  ///< Of what does depend on it.
};

}  // namespace pes
