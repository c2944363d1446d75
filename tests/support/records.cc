#include "support/records.h"

#include <doctest/doctest.h>

#include "records/decode.h"

namespace pes::test {

Record make_record(std::string_view kind, const std::string& slug, const std::string& fields) {
  const Kind& known = kind_named(kind);
  const std::string fence = known.has_body ? "---\n" : "";
  const SourceFiles files = {{"content/" + slug + ".md", fence + fields + fence}};
  Diagnostics found;
  Record record = decode_record({0, &known, true}, files, found);
  REQUIRE(found.all().empty());
  return record;
}

std::vector<Rule> rules_of(const Diagnostics& found) {
  std::vector<Rule> rules;
  for (const Diagnostic& diagnostic : found.all()) rules.push_back(diagnostic.rule);
  return rules;
}

}  // namespace pes::test
