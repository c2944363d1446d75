#include "publish/output_tree.h"

#include <algorithm>
#include <stdexcept>

#include "disk/paths.h"
#include "disk/walk.h"

namespace pes {

namespace {

[[noreturn]] void fail_changed(const std::string& path) {
  throw std::runtime_error(path + ": changed by another program while it was being published");
}

Fingerprint copy_into(const Descriptor& made, const Descriptor& source) {
  Fingerprinter seen;
  std::string piece(piece_size, '\0');
  for (std::string_view bytes = source.read(piece); !bytes.empty(); bytes = source.read(piece)) {
    seen.add(bytes);
    made.write(bytes);
  }
  return seen.result();
}

// The folder that a file is to lie in, and its name there.
std::string_view name_in(const Folder& folder, std::string_view path,
                         std::optional<Folder>& parent) {
  const std::size_t slash = path.rfind('/');
  if (slash == std::string_view::npos) return path;
  parent = folder.make(path.substr(0, slash), folder_mode);
  return path.substr(slash + 1);
}

void put_copy(const Folder& folder, const Descriptor& source, const PlannedFile& planned) {
  std::optional<Folder> parent;
  const std::string_view name = name_in(folder, planned.path, parent);
  Descriptor made = (parent ? *parent : folder).create(name, file_mode);
  if (copy_into(made, source) != planned.bytes) fail_changed(source.path());
  made.close();
}

}  // namespace

PlannedFile plan_file(const OutputFile& file) {
  if (file.copy_of.empty()) return {file.path, file.bytes.size(), fingerprint(file.bytes)};
  const Descriptor::Contents found = open_file(file.copy_of).look_through();
  if (file.as_planned && *file.as_planned != found.bytes) fail_changed(file.copy_of);
  return {file.path, found.size, found.bytes};
}

bool has_file(const Folder& folder, const PlannedFile& file) {
  const auto there = folder.read(file.path);
  if (!there) return false;
  const struct stat status = there->status();
  if (permissions(status) != file_mode || static_cast<std::size_t>(status.st_size) != file.size) {
    return false;
  }
  const Descriptor::Contents found = there->look_through();
  return found.size == file.size && found.bytes == file.bytes;
}

void clear_way(const Folder& folder, std::string_view path) {
  for (std::size_t slash = path.find('/'); slash != std::string_view::npos;
       slash = path.find('/', slash + 1)) {
    const std::string_view around = path.substr(0, slash);
    const auto there = folder.status(around);
    if (there && !is_folder(*there)) folder.remove(around);
  }
  folder.remove(path);
}

void put_file(const Folder& folder, const OutputFile& file, const PlannedFile& planned) {
  if (!file.copy_of.empty()) {
    put_copy(folder, open_file(file.copy_of), planned);
    return;
  }
  std::optional<Folder> parent;
  const std::string_view name = name_in(folder, planned.path, parent);
  Descriptor made = (parent ? *parent : folder).create(name, file_mode);
  made.write(file.bytes);
  made.close();
}

void put_link(const Folder& folder, const Folder& model, const PlannedFile& planned) {
  std::optional<Folder> parent;
  name_in(folder, planned.path, parent);
  if (folder.link(planned.path, model)) return;
  const auto source = model.read(planned.path);
  if (!source) fail_changed(model.path_of(planned.path));
  put_copy(folder, *source, planned);
}

bool is_same_file(const Folder& a, const Folder& b, std::string_view path) {
  const auto first = a.status(path);
  const auto second = b.status(path);
  return first && second && first->st_ino == second->st_ino && first->st_dev == second->st_dev;
}

PlannedTree::PlannedTree(std::span<const PlannedFile> files) : files_(files) {
  for (const PlannedFile& file : files) {
    const std::string_view path = file.path;
    by_path_.emplace(path, &file);
    for (std::size_t slash = path.rfind('/'); slash != std::string_view::npos;
         slash = path.rfind('/', slash - 1)) {
      if (!folders_.insert(path.substr(0, slash)).second || slash == 0) break;
    }
  }
}

std::vector<std::string> PlannedTree::strangers_in(const Folder& folder,
                                                   const Workers& workers) const {
  std::vector<std::string> strangers;
  for (WalkedEntry& entry : walk(folder, workers)) {
    const bool known =
        is_folder(entry.status)
            ? folders_.contains(entry.path) && permissions(entry.status) == folder_mode
            : is_file(entry.status) && by_path_.contains(entry.path);
    if (!known) strangers.push_back(std::move(entry.path));
  }
  return strangers;
}

void PlannedTree::verify(const Folder& folder, const Workers& workers) const {
  if (const auto strangers = strangers_in(folder, workers); !strangers.empty()) {
    fail_changed(strangers.front());
  }
  std::vector<char> right(files_.size());
  workers.for_each(files_.size(),
                   [&](std::size_t i) { right[i] = has_file(folder, files_[i]) ? 1 : 0; });
  const auto wrong = std::find(right.begin(), right.end(), 0);
  if (wrong != right.end()) {
    fail_changed(files_[static_cast<std::size_t>(wrong - right.begin())].path);
  }
}

}  // namespace pes
