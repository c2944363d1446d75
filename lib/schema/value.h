#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "diagnostics/source.h"
#include "text/date.h"
#include "text/number.h"

namespace pes {

struct Member;
struct Value;
using List = std::vector<Value>;
using Object = std::vector<Member>;

/// A value decoded once to the type that the schema declares.
///
/// Shape: text, slug, choice, reference, media, url and path are a std::string; boolean a bool;
///        integer and year an int64; number a Decimal; date and period what they say; `many` a
///        List; object an Object; figures an Object from indicators to Objects {valeur: Decimal,
///        precision, motif, …}, see figure_field(); partition an Object from programmes to figures.
///        An absent field is monostate.
struct Value {
  std::variant<std::monostate, bool, std::int64_t, Decimal, Date, Period, std::string, List, Object>
      data;
  Span span;

  [[nodiscard]] bool present() const { return data.index() != 0; }

  /// True even if what was written could not be decoded.
  [[nodiscard]] bool written() const { return span.file != no_file; }
};

/// A key of an object with its value.
struct Member {
  std::string key;
  Span key_span;
  Value value;
};

/// The value of `key`, or nullptr where the object does not have it.
const Value* find(const Object& object, std::string_view key);

/// Typed views of a value that may be absent: empty, false or nothing when it is.
std::string_view text_of(const Value* value);
bool flag_of(const Value* value);
std::optional<std::int64_t> integer_of(const Value* value);
std::optional<Date> date_of(const Value* value);
const List& list_of(const Value* value);
const Object& object_of(const Value* value);

}  // namespace pes
