#pragma once

#include <filesystem>
#include <string_view>

namespace pes {

/// Writes a file in one step and to the disk, so that what stood there stays whole if this fails,
/// is killed, or the power goes. An existing file keeps its permissions.
///
/// Until then the bytes have no name, but for the instant before they get their own: a kill in that
/// instant leaves a draft, which clear_drafts() removes and nothing reads. So does one at any
/// moment where the file system has no files without a name.
///
/// Errors: std::system_error that names the file.
void write_file(const std::filesystem::path& path, std::string_view bytes);

/// The same where nothing has that name yet; false, and nothing written, where something has.
[[nodiscard]] bool write_new_file(const std::filesystem::path& path, std::string_view bytes);

/// Removes the drafts below a folder.
void clear_drafts(const std::filesystem::path& folder);

}  // namespace pes
