#include "inspect/link_check.h"

namespace pes {

LinkEnd LinkChecker::follow_to_end(std::string_view url, std::string_view from) const {
  const PageAddress address = follow(url, from, base_);
  if (address.where != PageAddress::Where::here) return {address.where, std::nullopt, {}};
  return {address.where, files_.find(address.path), address.fragment};
}

const LinkEnd& LinkChecker::end_of(std::string_view url, std::string_view from) {
  if (!url.starts_with('/') && scheme_of(url).empty()) return last_ = follow_to_end(url, from);
  const auto known = known_.find(url);
  if (known != known_.end()) return known->second;
  return known_.emplace(url, follow_to_end(url, from)).first->second;
}

std::optional<Rule> LinkChecker::mistake_of(const LinkEnd& end, PageReference::Use use) {
  switch (end.where) {
    case PageAddress::Where::here:
      return end.file ? std::nullopt : std::optional(Rule::broken_page_link);
    case PageAddress::Where::elsewhere:
      if (use != PageReference::Use::link) return Rule::external_request;
      return std::nullopt;
    default:
      return std::nullopt;
  }
}

}  // namespace pes
