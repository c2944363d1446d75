#pragma once

#include <filesystem>
#include <optional>

#include "text/date.h"

namespace pes {

/// The latest day that has decided about an output folder, kept beside it (`.public.pes-jour`): a
/// clock that goes back must not undo a withdrawal that was published. Nothing where nobody has
/// published yet.
///
/// Errors: std::runtime_error that says what to do where the file says no day.
std::optional<Date> read_last_day(const std::filesystem::path& output);

/// Errors: std::system_error.
void write_last_day(const std::filesystem::path& output, Date day);

}  // namespace pes
