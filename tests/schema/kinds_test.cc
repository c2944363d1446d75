#include "schema/kinds.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

namespace pes::test {

namespace {

void check_fields(std::span<const Field> fields) {
  std::set<std::string_view> names;
  for (const Field& field : fields) {
    INFO(field.name);
    CHECK(names.insert(field.name).second);
    CHECK_FALSE(field.label.fr.empty());
    CHECK_FALSE(field.label.en.empty());
    CHECK((field.type == Type::object) == !field.fields.empty());
    CHECK((field.type == Type::choice) == !field.choices.empty());
    CHECK((field.type == Type::reference) == !field.target.empty());
    check_fields(field.fields);
    for (const Constraint& constraint : field.constraints) {
      const auto known = [&](std::string_view name) {
        return std::any_of(field.fields.begin(), field.fields.end(),
                           [&](const Field& f) { return f.name == name; });
      };
      CHECK(known(constraint.field));
      CHECK(known(constraint.other));
    }
  }
}

}  // namespace

TEST_CASE("kinds: the table is sound") {
  for (const Kind& kind : all_kinds()) {
    INFO(kind.name);
    CHECK(kind.folder.empty() != kind.file.empty());
    check_fields(kind.fields);
    for (const Constraint& constraint : kind.constraints) {
      CHECK(field_index(kind, constraint.field) >= 0);
      CHECK(field_index(kind, constraint.other) >= 0);
    }
  }
}

TEST_CASE("kinds: what names a person is never exposed as it is written") {
  const Kind& kind = kind_named("temoignage");
  for (const char* name : {"auteur", "fonction", "photo"}) {
    CHECK(kind.fields[static_cast<std::size_t>(field_index(kind, name))].exposure ==
          Exposure::personal);
  }
}

}  // namespace pes::test
