#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/source.h"
#include "schema/kinds.h"
#include "schema/value.h"
#include "text/date.h"

namespace pes {

/// One file of content/, decoded.
struct Record {
  const Kind* kind = nullptr;
  FileId file = no_file;
  std::string slug;            ///< From the field `slug`, else from the file name.
  std::vector<Value> values;   ///< One for each of `kind->fields`, in that order.
  Span head;                   ///< Where mistakes of the record as a whole are shown.
  std::size_t body_begin = 0;  ///< Offset of the Markdown in the text of the file.
  bool broken = false;         ///< The fields could not be read at all.
};

/// The day that decides, and whether drafts count as public.
struct DecisionDay {
  Date day;
  bool drafts = false;
};

/// True for drafts, and before the day of `publication`.
bool is_draft(const Record& record, DecisionDay when);
bool is_embargoed(const Record& record, DecisionDay when);

/// The value of a field, or nullptr where it is absent or could not be decoded.
const Value* field(const Record& record, std::string_view name);

/// True if a field is written, even where it could not be decoded.
bool is_written(const Record& record, std::string_view name);

/// Where the value of a field is written, or the head of the record.
Span span_of(const Record& record, std::string_view name);

}  // namespace pes
