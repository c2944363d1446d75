#pragma once

#include <optional>
#include <string_view>

#include "diagnostics/rules.h"
#include "text/language.h"

namespace pes {

/// A mistake of the tests, and how it is mended.
struct RuleExample {
  Text wrong;  ///< As pes reports it: what is wrong where, and the way out.
  Text right;  ///< Lines « -wrong » and « +right », and the files that come and go.
};

/// The first of the broken sites of tests/sites_invalid/ that the rule is about; see
/// rule_examples.cmake.
std::optional<RuleExample> rule_example(Rule rule);

}  // namespace pes
