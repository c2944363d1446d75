#pragma once

#include <span>
#include <string_view>

#include "schema/kinds.h"

/// The words that the rows of the table of kinds are written in.
namespace pes::field_words {

constexpr Field of(Type type, std::string_view name, Text label) {
  return {.name = name, .type = type, .label = label};
}

constexpr Field text(std::string_view name, Text label) { return of(Type::text, name, label); }

constexpr Field choice(std::string_view name, Text label, std::span<const Choice> choices) {
  Field field = of(Type::choice, name, label);
  field.choices = choices;
  return field;
}

constexpr Field object(std::string_view name, Text label, std::span<const Field> fields,
                       std::span<const Constraint> constraints = {}) {
  Field field = of(Type::object, name, label);
  field.fields = fields;
  field.constraints = constraints;
  return field;
}

constexpr Field reference(std::string_view name, Text label, std::string_view target) {
  Field field = of(Type::reference, name, label);
  field.target = target;
  return field;
}

constexpr Field required(Field field) {
  field.required = true;
  return field;
}

constexpr Field many(Field field) {
  field.many = true;
  return field;
}

constexpr Field text_allowed(Field field) {
  field.text_allowed = true;
  return field;
}

constexpr Field proper_name(Field field) {
  field.proper_name = true;
  return field;
}

constexpr Field decides(Field field) {
  field.decides = true;
  return field;
}

constexpr Field at_most(std::size_t characters, Field field) {
  field.longest = characters;
  return field;
}

constexpr Field between(std::int64_t least, std::int64_t most, Field field) {
  field.least = least;
  field.most = most;
  return field;
}

constexpr Field internal(Field field) {
  field.exposure = Exposure::internal;
  return field;
}

constexpr Field personal(Field field) {
  field.exposure = Exposure::personal;
  return field;
}

}  // namespace pes::field_words
