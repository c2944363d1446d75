#include "schema/value.h"

#include <algorithm>

namespace pes {

namespace {

template <typename T>
const T* as(const Value* value) {
  return value == nullptr ? nullptr : std::get_if<T>(&value->data);
}

}  // namespace

const Value* find(const Object& object, std::string_view key) {
  const auto found = std::find_if(object.begin(), object.end(),
                                  [&](const Member& member) { return member.key == key; });
  return found == object.end() ? nullptr : &found->value;
}

std::string_view text_of(const Value* value) {
  const auto* text = as<std::string>(value);
  return text != nullptr ? std::string_view(*text) : std::string_view{};
}

bool flag_of(const Value* value) {
  const auto* flag = as<bool>(value);
  return flag != nullptr && *flag;
}

std::optional<std::int64_t> integer_of(const Value* value) {
  const auto* number = as<std::int64_t>(value);
  return number != nullptr ? std::optional(*number) : std::nullopt;
}

std::optional<Date> date_of(const Value* value) {
  const auto* date = as<Date>(value);
  return date != nullptr ? std::optional(*date) : std::nullopt;
}

const List& list_of(const Value* value) {
  static const List empty;
  const auto* list = as<List>(value);
  return list != nullptr ? *list : empty;
}

const Object& object_of(const Value* value) {
  static const Object empty;
  const auto* object = as<Object>(value);
  return object != nullptr ? *object : empty;
}

}  // namespace pes
