#pragma once

#include <optional>
#include <span>

#include "consent/consent.h"
#include "text/table.h"

namespace pes {

/// What `pes consent` is about.
struct RegisterInput {
  std::span<const Record> records;
  std::span<const Decision> decisions;  ///< Goes with `records`, index by index.
  const SourceFiles& files;
  ConsentPolicy policy;
  Date day;
  /// Only what is published and has this day or an earlier one as its last.
  std::optional<Date> lapsing_by;
  Language language = Language::fr;
};

/// Every consent that the content needs: which record, whether it is published and why not, until
/// when, and what may be shown where. No name of a person is in it.
Table consent_table(const RegisterInput& input);

/// "temoignages/epicerie" for "content/temoignages/epicerie.md".
std::string record_name(const Record& record, const SourceFiles& files);

/// The record that staff mean by "temoignages/epicerie", its file or its slug:
/// "content/temoignages/epicerie.md", "temoignage/epicerie"; nothing where there is none.
std::optional<std::size_t> find_record(std::span<const Record> records, const SourceFiles& files,
                                       std::string_view name);

}  // namespace pes
