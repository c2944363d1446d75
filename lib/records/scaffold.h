#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "schema/kinds.h"
#include "schema/known_values.h"

namespace pes {

/// What is known of a new record, as it would be typed: texts by name of field. Several values of a
/// list are separated by commas; figures are « personnes=3, emplois=2 ».
using Answers = std::map<std::string, std::string>;

/// The fields that a new record must be asked for, given what is known of it already: those that
/// are required, and those that a constraint demands; of two fields of which one is needed, the
/// second.
std::vector<const Field*> fields_to_ask(const Kind& kind, const Answers& answers);

/// What a field may hold where that is a closed list: choices, slugs of records, media files.
std::vector<std::string> allowed_values(const Field& field, const KnownValues& known);

/// A new record: its answers as fields, all others as comments that say in French what they are
/// for, and a place for the text.
std::string scaffold_record(const Kind& kind, const Answers& answers, const KnownValues& known);

}  // namespace pes
