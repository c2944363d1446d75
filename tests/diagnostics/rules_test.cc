#include "diagnostics/rules.h"

#include <doctest/doctest.h>

namespace pes::test {

TEST_CASE("rules: the catalogue is in the order of its codes, without gaps in its texts") {
  int last = 0;
  for (const RuleInfo& info : all_rules()) {
    const int code = static_cast<int>(info.rule);

    CHECK(code > last);
    CHECK(rule_info(info.rule).rule == info.rule);
    CHECK_FALSE(info.message.fr.empty());
    CHECK_FALSE(info.message.en.empty());
    CHECK(info.help.fr.empty() == info.help.en.empty());
    last = code;
  }
}

TEST_CASE("rules: codes are stable") {
  CHECK(rule_code(Rule::front_matter_too_large) == "PES0012");
  CHECK(rule_code(Rule::template_too_deep) == "PES0111");
}

}  // namespace pes::test
