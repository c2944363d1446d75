#pragma once

#include <filesystem>
#include <string_view>

namespace pes {

/// Writes a file in one step: beside its place first, so that what stood there stays whole if this
/// fails. An existing file keeps its permissions.
///
/// Errors: std::system_error that names the file.
void write_file(const std::filesystem::path& path, std::string_view bytes);

}  // namespace pes
