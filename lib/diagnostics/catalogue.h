#pragma once

#include <span>

#include "diagnostics/rules.h"

namespace pes {

/// The rules about files and YAML, by rising code.
std::span<const RuleInfo> rules_about_files();

/// The rules about fields, by rising code.
std::span<const RuleInfo> rules_about_fields();

/// The rules about what records, pages and themes have to do with each other, by rising code.
std::span<const RuleInfo> rules_about_site();

/// The rules about consent, contacts and pictures, by rising code.
std::span<const RuleInfo> rules_about_people();

/// The rules about impact figures, by rising code.
std::span<const RuleInfo> rules_about_figures();

/// The rules about the pages that are about to be published, by rising code.
std::span<const RuleInfo> rules_about_pages();

}  // namespace pes
