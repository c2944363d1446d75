#include "images/cache.h"

#include <fmt/format.h>

#include "disk/draft.h"
#include "disk/paths.h"
#include "text/digest.h"

namespace pes {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t digest_length = 64;
constexpr std::string_view draft_end = ".tmp";

bool is_kept(const std::string& file) {
  return file.size() > digest_length + 1 && file[digest_length] == '-' &&
         file.find_first_not_of("0123456789abcdef") == digest_length;
}

// Of the name too, so that no entry can stand for another one.
std::string digest_of(const std::string& name, const std::string& bytes) {
  return sha256(fmt::format("{}\n{}", name, bytes));
}

}  // namespace

Cache::Cache(fs::path folder) : path_(std::move(folder)) {
  const auto parent = Folder::at(path_.parent_path());
  if (parent) folder_ = parent->find(path_.filename().native());
  if (!folder_) return;
  for (const auto& [file, kind] : folder_->list()) {
    if (is_kept(file)) files_[file.substr(digest_length + 1)] = file;
  }
}

std::optional<fs::path> Cache::find(const std::string& name) {
  const auto known = files_.find(name);
  const auto file = known == files_.end() ? std::nullopt : folder_->read(known->second);
  if (!file || digest_of(name, file->read_all()) != known->second.substr(0, digest_length)) {
    return std::nullopt;
  }
  used_.insert(known->second);
  return folder_->path_of(known->second);
}

fs::path Cache::keep(const std::string& name, const std::string& bytes) {
  const Folder& folder = open();
  const std::string digest = digest_of(name, bytes);
  const std::string kept = fmt::format("{}-{}", digest, name);
  // Whole from the beginning, so that two builds at once never read half a file.
  Draft draft(folder, digest + std::string(draft_end), 0600);
  draft.file().write(bytes);
  folder.remove(kept);
  draft.replace(kept);
  files_[name] = kept;
  used_.insert(kept);
  return folder.path_of(kept);
}

const Folder& Cache::open() {
  if (folder_) return *folder_;
  make_folders(path_.parent_path());
  const Folder parent(path_.parent_path());
  const std::string name = path_.filename();
  if (!parent.find(name)) parent.remove(name);
  folder_ = parent.make(name, 0700);
  return *folder_;
}

void Cache::prune() {
  if (!folder_) return;
  for (const auto& [file, kind] : folder_->list()) {
    const bool ours = is_kept(file) || file.ends_with(draft_end);
    const bool plain = kind != Listed::Kind::folder;
    if (ours && plain && !used_.contains(file)) folder_->remove(file);
  }
  // Where something is left, it stays.
  static_cast<void>(Folder(path_.parent_path()).remove_empty(path_.filename().native()));
}

}  // namespace pes
