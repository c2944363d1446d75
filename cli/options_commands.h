#pragma once

#include "options_tree.h"
#include "options_values.h"

namespace pes {

/// The options of each command that only it has.
void add_validate_options(OptionAdder& add, RawOptions& raw);
void add_build_options(OptionAdder& add, RawOptions& raw);
void add_context_options(OptionAdder& add, RawOptions& raw);
void add_stats_options(OptionAdder& add, RawOptions& raw);
void add_report_options(OptionAdder& add, RawOptions& raw);
void add_consent_options(OptionAdder& add, RawOptions& raw);
void add_withdraw_options(OptionAdder& add, RawOptions& raw);
void add_explain_options(OptionAdder& add, RawOptions& raw);
void add_completion_options(OptionAdder& add, RawOptions& raw);
void add_no_options(OptionAdder& add, RawOptions& raw);

/// The options that all commands have.
void add_common_options(OptionAdder& add, RawOptions& raw);

/// Those of them that say nothing about content.
void add_display_options(OptionAdder& add, RawOptions& raw);

}  // namespace pes
