#pragma once

#include <CLI/CLI.hpp>
#include <string_view>

#include "options.h"

namespace pes {

/// Adds a command inside another one, which understands the options of that one too.
CLI::App* add_inner(CLI::App& app, Language language, std::string_view name, Text help);

/// The forms of `pes schema`, and the kinds of records that each has.
void add_schema_forms(CLI::App& app, Options& options, Language language);

/// The kinds of records that `pes new` makes, with an option for each field that one line can
/// answer.
void add_new_kinds(CLI::App& app, Options& options, Language language);

}  // namespace pes
