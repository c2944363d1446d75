#include "inspect/link_check.h"

#include <algorithm>

namespace pes {

LinkChecker::LinkChecker(const BaseUrl& base, const PublishedFiles& files,
                         std::span<const ReadPage> pages)
    : base_(base), files_(files) {
  for (const ReadPage& page : pages) pages_.emplace(page.file, &page.facts);
}

LinkEnd LinkChecker::follow_to_end(std::string_view url, std::string_view from) const {
  const PageAddress address = follow(url, from, base_);
  LinkEnd end{address.where, std::nullopt, true};
  if (address.where != PageAddress::Where::here) return end;
  end.file = files_.find(address.path);
  if (!end.file || address.fragment.empty()) return end;
  const auto page = pages_.find(*end.file);
  if (page == pages_.end()) return end;
  const std::vector<std::string>& ids = page->second->ids;
  end.anchor = std::binary_search(ids.begin(), ids.end(), address.fragment);
  return end;
}

LinkEnd LinkChecker::end_of(std::string_view url, std::string_view from) {
  if (!url.starts_with('/') && scheme_of(url).empty()) return follow_to_end(url, from);
  const auto [known, fresh] = known_.try_emplace(std::string(url));
  if (fresh) known->second = follow_to_end(url, from);
  return known->second;
}

std::optional<Rule> LinkChecker::mistake_of(const LinkEnd& end, PageReference::Use use) {
  switch (end.where) {
    case PageAddress::Where::here:
      if (!end.file) return Rule::broken_page_link;
      return end.anchor ? std::nullopt : std::optional(Rule::broken_page_anchor);
    case PageAddress::Where::elsewhere:
      if (use != PageReference::Use::link) return Rule::external_request;
      return std::nullopt;
    default:
      return std::nullopt;
  }
}

}  // namespace pes
