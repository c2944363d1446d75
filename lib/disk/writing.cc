#include "disk/writing.h"

#include <fmt/format.h>

#include <system_error>

#include "disk/calls.h"
#include "disk/draft.h"
#include "disk/paths.h"

namespace pes {

namespace fs = std::filesystem;

namespace {

Folder folder_of(const fs::path& path) {
  return Folder(path.has_parent_path() ? path.parent_path() : fs::path("."));
}

std::string draft_name() { return fmt::format("{}{}", draft_prefix, calls::getpid()); }

void clear_drafts(const Folder& folder) {
  for (const auto& [name, kind] : folder.list()) {
    if (kind == Listed::Kind::folder) {
      if (const auto below = folder.find(name)) clear_drafts(*below);
    } else if (name.starts_with(draft_prefix)) {
      folder.remove(name);
    }
  }
}

}  // namespace

void write_file(const fs::path& path, std::string_view bytes) try {
  const Folder folder = folder_of(path);
  const std::string name = path.filename();
  const auto old = find_target(path);
  Draft draft(folder, draft_name(), old ? 0600 : 0666);
  draft.file().write(bytes);
  if (old) draft.file().set_mode(old->st_mode & 07777);
  draft.file().flush();
  draft.replace(name);
  folder.flush();
} catch (const std::system_error& error) {
  throw std::system_error(error.code(), path.string());
}

bool write_new_file(const fs::path& path, std::string_view bytes) try {
  const Folder folder = folder_of(path);
  Draft draft(folder, draft_name(), 0666);
  draft.file().write(bytes);
  draft.file().flush();
  if (!draft.place(path.filename())) return false;
  folder.flush();
  return true;
} catch (const std::system_error& error) {
  throw std::system_error(error.code(), path.string());
}

void remove_file(const fs::path& path) {
  const Folder folder = folder_of(path);
  folder.remove(path.filename().native());
  folder.flush();
}

void clear_drafts(const fs::path& folder) {
  if (const auto found = Folder::at(folder)) clear_drafts(*found);
}

}  // namespace pes
