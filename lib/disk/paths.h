#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

#include "disk/folder.h"

namespace pes {

// What lies at a path as a person names it: links on the way to it are followed.

/// What is there, a link itself; nothing where nothing is.
///
/// Errors: here and below, std::system_error that names the file.
std::optional<struct stat> find_status(const std::filesystem::path& path);
inline bool is_there(const std::filesystem::path& path) { return find_status(path).has_value(); }
bool is_link(const std::filesystem::path& path);

/// The same behind a link.
std::optional<struct stat> find_target(const std::filesystem::path& path);
bool is_folder(const std::filesystem::path& path);
/// Units: bytes.
std::size_t size_of_file(const std::filesystem::path& path);

/// Opens an ordinary file to read it; nothing where there is none.
std::optional<Descriptor> find_file(const std::filesystem::path& path);

/// Opens a file to read it; a link is none.
Descriptor open_file(const std::filesystem::path& path);

/// The bytes of a file, or the first `most` of them.
std::string read_bytes(const std::filesystem::path& path, std::size_t most = SIZE_MAX);

/// Makes the folders of a path that are missing.
///
/// Units: modes are what the umask lets through.
void make_folders(const std::filesystem::path& path);

/// A whole path without links and `..`, whether it exists or not.
std::filesystem::path resolved(const std::filesystem::path& path);

}  // namespace pes
