#pragma once

#include <filesystem>
#include <string_view>

namespace pes {

/// What the name of a draft of a record begins with: nothing takes it for content.
inline constexpr std::string_view draft_prefix = ".pes-draft.";

/// Writes a file in one step and to the disk, so that what stood there stays whole if this fails,
/// is killed, or the power goes. An existing file keeps its permissions. What a kill can leave
/// (disk/draft.h), clear_drafts() removes and nothing reads.
///
/// Errors: std::system_error that names the file.
void write_file(const std::filesystem::path& path, std::string_view bytes);

/// The same where nothing has that name yet; false, and nothing written, where something has.
[[nodiscard]] bool write_new_file(const std::filesystem::path& path, std::string_view bytes);

/// Deletes a file, and from the disk, if there is one.
void remove_file(const std::filesystem::path& path);

/// Removes the drafts below a folder.
void clear_drafts(const std::filesystem::path& folder);

}  // namespace pes
