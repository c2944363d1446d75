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
  std::string output;     ///< Of the folder and of the spare beside it: see digest_of_output().
  std::string report;     ///< What was told on stderr.
  std::string summary;    ///< What was told on stdout.
};

/// What a site is made from.
struct SourceDigest {
  std::string bytes;  ///< Of the names and bytes of everything below some folders.
  std::string times;  ///< Of when each of these files was last changed: see times_of_sources().
};

/// Digests everything below some folders, and `circumstances`.
///
/// Errors: a file that the machine cannot read is a std::system_error.
SourceDigest digest_of_sources(std::span<const std::filesystem::path> folders,
                               std::string_view circumstances, const Workers& workers);

/// What tells that somebody has touched something below some folders since digest_of_sources():
/// then nobody knows which of its bytes were digested, and which were read.
std::string times_of_sources(std::span<const std::filesystem::path> folders,
                             const Workers& workers);

/// A digest of the names and modes of everything below a folder, and of which files these are, how
/// large, and when they were last changed in any way; empty where there is none, and the same for
/// every link.
std::string digest_of_output(const std::filesystem::path& folder, const Workers& workers);

/// The state that is kept beside an output folder; nothing where it is missing or damaged.
std::optional<BuildState> read_build_state(const std::filesystem::path& output);

/// Errors: std::system_error.
void write_build_state(const std::filesystem::path& output, const BuildState& state);

/// Forgets the last publication.
void remove_build_state(const std::filesystem::path& output);

}  // namespace pes
