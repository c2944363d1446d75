#include "diagnostics/rules.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <vector>

#include "diagnostics/catalogue.h"

namespace pes {

namespace {

std::vector<RuleInfo> join_catalogue() {
  std::vector<RuleInfo> rules;
  for (const auto part : {rules_about_files(), rules_about_fields(), rules_about_site(),
                          rules_about_people(), rules_about_figures(), rules_about_pages()}) {
    rules.insert(rules.end(), part.begin(), part.end());
  }
  std::sort(rules.begin(), rules.end(),
            [](const RuleInfo& a, const RuleInfo& b) { return a.rule < b.rule; });
  return rules;
}

}  // namespace

std::span<const RuleInfo> all_rules() {
  static const std::vector<RuleInfo> rules = join_catalogue();
  return rules;
}

const RuleInfo& rule_info(Rule rule) {
  const auto rules = all_rules();
  const auto found =
      std::lower_bound(rules.begin(), rules.end(), rule,
                       [](const RuleInfo& info, Rule wanted) { return info.rule < wanted; });
  assert(found != rules.end() && found->rule == rule);
  return *found;
}

std::string rule_code(Rule rule) { return fmt::format("PES{:04}", static_cast<int>(rule)); }

}  // namespace pes
