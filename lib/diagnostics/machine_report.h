#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "diagnostics/diagnostic.h"
#include "diagnostics/source.h"
#include "text/language.h"

namespace pes {

/// The forms of a report for programs.
enum class MachineFormat {
  json,    ///< Our own, version 1; see README.
  github,  ///< Workflow commands, which GitHub shows beside the lines of a pull request.
  sarif,   ///< SARIF 2.1.0.
  gitlab   ///< GitLab's Code Quality report, a subset of the Code Climate specification.
};

/// All findings as one text for programs, with its last line feed.
///
/// Shape:  lines and columns from 1, columns in characters; an end is past the last character.
///         Nothing of the text that stands at a finding is in it but what the message quotes, in
///         which what authors wrote is made visible(); names of files and fixes are exact, but for
///         GitHub, and escaped as JSON can. Findings are abridged(), and counted as they are.
/// Source: OASIS SARIF 2.1.0; docs.github.com « Workflow commands »; docs.gitlab.com « Code
///         Quality report format ».
std::string report_for_machines(MachineFormat format, const Diagnostics& found,
                                const Places& places, Language language, std::string_view version);

/// "json", "github", "sarif" or "gitlab".
std::optional<MachineFormat> parse_machine_format(std::string_view name);

}  // namespace pes
