#pragma once

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "run/workers.h"

namespace pes {

/// What is known of the last publication of a folder, so that the next one may find that there is
/// nothing to do: what it was made from, what it left, and what was told about it.
///
/// Deleting or damaging the file costs the time of a build and nothing else.
struct BuildState {
  std::string made_from;  ///< See digest_of_sources().
  std::string output;     ///< See digest_of_output().
  std::string report;     ///< What was told on stderr.
  std::string summary;    ///< What was told on stdout.
};

/// A digest of the names and bytes of everything below some folders, and of `circumstances`.
///
/// Errors: a file that the machine cannot read is a std::system_error.
std::string digest_of_sources(std::span<const std::filesystem::path> folders,
                              std::string_view circumstances, const Workers& workers);

/// A digest of the names, sizes and times of everything below a folder, which may be missing.
std::string digest_of_output(const std::filesystem::path& folder, const Workers& workers);

/// The same of a folder that holds these files and no others, without looking for others.
///
/// Shape: paths below the folder, in any order.
std::string digest_of_output(const std::filesystem::path& folder, std::vector<std::string> paths,
                             const Workers& workers);

/// The state that is kept beside an output folder; nothing where it is missing or damaged.
std::optional<BuildState> read_build_state(const std::filesystem::path& output);

/// Errors: std::system_error.
void write_build_state(const std::filesystem::path& output, const BuildState& state);

}  // namespace pes
