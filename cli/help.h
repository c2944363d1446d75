#pragma once

#include <span>
#include <string>
#include <string_view>

#include "described.h"

namespace pes {

/// What an exit code, or a variable of the environment, means.
struct Meaning {
  std::string_view name;
  Text text;
};
std::span<const Meaning> exit_codes();
std::span<const Meaning> environment_variables();

/// The help of the program, or of one of its commands: what it does, how it is called, its options
/// by group, examples; for the program exit codes and variables too.
///
/// Units: lines of 80 characters at most where words allow.
std::string help_text(const DescribedCommand& command, Language language);

/// « pes stats [OPTIONS] »
std::string usage_of(const DescribedCommand& command, Language language);

/// « --lang fr|en », with « ... » where several values may follow.
std::string option_and_value(const DescribedOption& option);

/// The help of an option, with « (obligatoire) » where it is.
std::string help_of(const DescribedOption& option, Language language);

}  // namespace pes
