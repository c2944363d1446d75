#pragma once

#include <string>

#include "schema/kinds.h"
#include "schema/known_values.h"

namespace pes {

/// The fields of a kind as a JSON Schema, for the front matter read as YAML 1.2 (core schema), with
/// titles and descriptions in French. Names of records and files are those that exist now.
///
/// Shape:  it accepts and refuses what decode_record() and check_references() do, but for what JSON
///         Schema cannot say: dates in order, numbers between limits that are written as text.
/// Source: JSON Schema 2020-12.
std::string json_schema(const Kind& kind, const KnownValues& known);

}  // namespace pes
