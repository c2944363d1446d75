#pragma once

#include <span>
#include <string>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "records/record.h"
#include "run/workers.h"
#include "text/typography.h"

namespace pes {

/// The names of structures, partners and other people's works in the records, which typography
/// leaves as they are wherever they stand.
std::vector<std::string> proper_names(std::span<const Record> records);

/// Reports what typography does not dare to set in the displayed fields of records.
///
/// Errors: as advice.
void check_typography(std::span<const Record> records, const Typography& typography,
                      const Workers& workers, Diagnostics& out);

/// The rule about a doubt.
Rule rule_of(TypographicDoubt::Kind kind);

}  // namespace pes
