#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "publish/output_file.h"

namespace pes {

/// Single files of folders that are published. Several threads may be at work in one folder.
///
/// Errors: std::system_error that names the file.

/// The name of a file, given by its path below a folder.
std::string file_in(const std::filesystem::path& folder, std::string_view path);

/// Units: bytes.
std::size_t size_of(const OutputFile& file);

/// True if a file with these bytes, which are `size`, has that name; false of a link to one.
bool has_bytes(const std::string& name, const OutputFile& file, std::size_t size);

/// True where both names are of one file, by a link.
bool is_same_file(const std::string& a, const std::string& b);

/// Deletes what has the path of a file that is to be made, or that of a folder around it and is
/// none. Other links to what is deleted stay as they are.
void clear_way(const std::filesystem::path& folder, std::string_view path);

/// Writes a new file, with the folders that it lies in.
///
/// Shape: nothing is in the way.
void put_file(const std::filesystem::path& folder, const OutputFile& file);

/// The same as a link to the file of another folder, or as a copy where there are no such links.
void put_link(const std::filesystem::path& folder, const std::filesystem::path& model,
              const std::string& path);

/// Deletes those of these files that are there, and the folders that this leaves empty.
void remove_files(const std::filesystem::path& folder, const std::vector<std::string>& paths);

}  // namespace pes
