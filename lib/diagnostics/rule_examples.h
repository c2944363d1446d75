#pragma once

#include <optional>
#include <string_view>

#include "diagnostics/rules.h"
#include "text/language.h"

namespace pes {

/// A mistake of the tests, as pes reports it.
struct RuleExample {
  Text report;              ///< What is wrong where, and the way out.
  std::string_view mended;  ///< Lines « -wrong » and « +right »; empty where people must decide.
};

/// The first of the broken sites of tests/sites_invalid/ that the rule is about; see
/// rule_examples.cmake.
std::optional<RuleExample> rule_example(Rule rule);

}  // namespace pes
