#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "records/record.h"

namespace pes::test {

/// A record made from its fields, as if it lay in a file of its own.
///
/// Errors: mistakes in `fields` fail the test.
Record make_record(std::string_view kind, const std::string& slug, const std::string& fields);

/// The rules of all findings, in their order.
std::vector<Rule> rules_of(const Diagnostics& found);

}  // namespace pes::test
