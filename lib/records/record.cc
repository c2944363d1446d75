#include "records/record.h"

namespace pes {

const Value* field(const Record& record, std::string_view name) {
  const int index = field_index(*record.kind, name);
  if (index < 0 || record.values.empty()) return nullptr;
  const Value& value = record.values[static_cast<std::size_t>(index)];
  return value.present() ? &value : nullptr;
}

bool is_written(const Record& record, std::string_view name) {
  const int index = field_index(*record.kind, name);
  return index >= 0 && !record.values.empty() &&
         record.values[static_cast<std::size_t>(index)].written();
}

Span span_of(const Record& record, std::string_view name) {
  const Value* value = field(record, name);
  return value != nullptr ? value->span : record.head;
}

bool is_draft(const Record& record, DecisionDay when) {
  return flag_of(field(record, "brouillon")) && !when.drafts;
}

bool is_embargoed(const Record& record, DecisionDay when) {
  const auto publication = date_of(field(record, "publication"));
  return publication && when.day < *publication;
}

}  // namespace pes
