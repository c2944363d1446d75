#pragma once

#include <span>

#include "diagnostics/diagnostic.h"
#include "records/yaml.h"
#include "schema/kinds.h"
#include "schema/value.h"

namespace pes {

/// What an object may hold, and how messages call it.
struct Shape {
  std::span<const Field> fields;
  std::span<const Constraint> constraints;
  Arg name;   ///< « un témoignage », « photo ».
  Span head;  ///< Where a missing field is reported.
};

/// Decodes a YAML map field by field.
///
/// Shape:  members in the order of the table; what could not be decoded is there without a value,
///         what is absent is not there.
/// Errors: unknown keys, missing fields, wrong types and broken constraints are all reported.
Object decode_object(const YamlNode& node, const Shape& shape, Diagnostics& out);

/// Decodes one value to the type of its field.
///
/// Errors: reported, and the value has only its place.
Value decode_value(const YamlNode& node, const Field& field, Diagnostics& out);

/// Decodes a scalar to one of the types that is no object.
Value decode_scalar(const YamlNode& node, const Field& field, Diagnostics& out);

}  // namespace pes
