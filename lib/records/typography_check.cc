#include "records/typography_check.h"

#include <algorithm>
#include <functional>

#include "diagnostics/each.h"

namespace pes {

namespace {

using Visit = std::function<void(const Field& field, const Value& text)>;

void visit_value(const Field& field, const Value& value, const Visit& visit);

void visit_object(std::span<const Field> fields, const Object& object, const Visit& visit) {
  for (const Field& field : fields) {
    if (const Value* value = find(object, field.name)) visit_value(field, *value, visit);
  }
}

void visit_value(const Field& field, const Value& value, const Visit& visit) {
  if (field.many && std::holds_alternative<List>(value.data)) {
    Field one = field;
    one.many = false;
    for (const Value& item : list_of(&value)) visit_value(one, item, visit);
  } else if (field.type == Type::object) {
    visit_object(field.fields, object_of(&value), visit);
  } else if (field.type == Type::text && value.present()) {
    visit(field, value);
  }
}

// Every text that a field of a record holds, those within objects and lists included.
void visit_texts(const Record& record, const Visit& visit) {
  for (std::size_t i = 0; i < record.values.size(); ++i) {
    visit_value(record.kind->fields[i], record.values[i], visit);
  }
}

}  // namespace

std::vector<std::string> proper_names(std::span<const Record> records) {
  std::vector<std::string> names;
  for (const Record& record : records) {
    visit_texts(record, [&](const Field& field, const Value& text) {
      if (field.proper_name) names.emplace_back(text_of(&text));
    });
  }
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

void check_typography(std::span<const Record> records, const Typography& typography,
                      const Workers& workers, Diagnostics& out) {
  for_each_with_findings(workers, records.size(), out, [&](std::size_t i, Diagnostics& found) {
    if (!records[i].kind->has_body) return;
    visit_texts(records[i], [&](const Field& field, const Value& text) {
      if (field.proper_name || field.exposure != Exposure::page) return;
      const TextPiece whole{text_of(&text)};
      for (const TypographicDoubt& doubt : typography.find_doubts({&whole, 1})) {
        found.add(rule_of(doubt.kind), text.span, {doubt.word});
      }
    });
  });
}

Rule rule_of(TypographicDoubt::Kind kind) {
  switch (kind) {
    case TypographicDoubt::Kind::odd_quote:
      return Rule::odd_quote;
    case TypographicDoubt::Kind::unaccented_capital:
      return Rule::unaccented_capital;
    case TypographicDoubt::Kind::unjoined_ligature:
      break;
  }
  return Rule::unjoined_ligature;
}

}  // namespace pes
