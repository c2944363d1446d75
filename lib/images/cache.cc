#include "images/cache.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include "records/descriptor.h"
#include "records/files.h"
#include "text/digest.h"

namespace pes {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t digest_length = 64;

bool is_kept(const std::string& file) {
  return file.size() > digest_length + 1 && file[digest_length] == '-' &&
         file.find_first_not_of("0123456789abcdef") == digest_length;
}

// Of the name too, so that no entry can stand for another one.
std::string digest_of(const std::string& name, const std::string& bytes) {
  return sha256(fmt::format("{}\n{}", name, bytes));
}

}  // namespace

Cache::Cache(fs::path folder) : folder_(std::move(folder)) {
  for (const std::string& file : list_directory(folder_)) {
    if (is_kept(file)) files_[file.substr(digest_length + 1)] = folder_ / file;
  }
}

std::optional<fs::path> Cache::find(const std::string& name) {
  const auto known = files_.find(name);
  if (known == files_.end() || !fs::is_regular_file(fs::symlink_status(known->second))) {
    return std::nullopt;
  }
  const std::string digest = known->second.filename().string().substr(0, digest_length);
  if (digest_of(name, read_bytes(known->second)) != digest) return std::nullopt;
  used_.insert(known->second);
  return known->second;
}

fs::path Cache::keep(const std::string& name, const std::string& bytes) {
  fs::create_directories(folder_);
  fs::path path = folder_ / fmt::format("{}-{}", digest_of(name, bytes), name);
  // Beside its place first, so that two builds at once never read half a file.
  const fs::path draft = folder_ / fmt::format("{}.{}.tmp", name, ::getpid());
  Descriptor file(draft, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW, 0666);
  file.write(bytes);
  file.close();
  fs::rename(draft, path);
  files_[name] = path;
  used_.insert(path);
  return path;
}

void Cache::prune() {
  for (const std::string& file : list_directory(folder_)) {
    const bool ours = is_kept(file) || file.ends_with(".tmp");
    const bool plain = !fs::is_directory(fs::symlink_status(folder_ / file));
    if (ours && plain && !used_.contains(folder_ / file)) fs::remove(folder_ / file);
  }
  if (fs::is_directory(folder_) && fs::is_empty(folder_)) fs::remove(folder_);
}

}  // namespace pes
