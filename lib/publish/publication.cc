#include "publish/publication.h"

#include <fcntl.h>
#include <sys/file.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <numeric>
#include <system_error>
#include <unordered_set>

#include "publish/file_walk.h"
#include "publish/output_tree.h"

namespace pes {

namespace fs = std::filesystem;

namespace {

[[noreturn]] void fail(const fs::path& path) {
  throw std::system_error(errno, std::generic_category(), path.string());
}

fs::path made_parent(const fs::path& output) {
  fs::create_directories(output.parent_path());
  return output.parent_path();
}

bool exchange_in_one_step(const Workplace& place) {
  if (::renameat2(AT_FDCWD, place.staging.c_str(), AT_FDCWD, place.output.c_str(),
                  RENAME_EXCHANGE) == 0) {
    return true;
  }
  if (errno != EINVAL && errno != ENOSYS && errno != ENOTSUP) fail(place.output);
  return false;
}

void put_in_place(const Workplace& place, Exchange exchange) {
  if (!fs::exists(place.output)) {
    fs::rename(place.staging, place.output);
    return;
  }
  if (exchange == Exchange::atomic && exchange_in_one_step(place)) return;
  fs::rename(place.output, place.previous);
  std::error_code failure;
  fs::rename(place.staging, place.output, failure);
  if (!failure) return;
  fs::rename(place.previous, place.output);
  throw std::system_error(failure, place.output.string());
}

}  // namespace

Publication::Publication(const fs::path& output, Exchange exchange, const Workers& workers)
    : place_(output),
      exchange_(exchange),
      workers_(workers),
      lock_(made_parent(place_.output), O_RDONLY | O_DIRECTORY) {
  if (::flock(lock_.get(), LOCK_EX) != 0) fail(place_.output.parent_path());
  place_.recover();
  if (!place_.is_replaceable()) {
    throw std::system_error(ENOTEMPTY, std::generic_category(), place_.output.string());
  }
  exists_ = fs::exists(place_.output);
}

Publication::~Publication() {
  std::error_code ignored;
  if (prepared_) fs::remove_all(place_.staging, ignored);
}

void Publication::add(std::span<OutputFile> files) {
  std::vector<std::size_t> sizes(files.size());
  std::vector<char> same(files.size());
  workers_.for_each(files.size(), [&](std::size_t i) {
    sizes[i] = size_of(files[i]);
    const std::string old = file_in(place_.output, files[i].path);
    same[i] = exists_ && has_bytes(old, files[i], sizes[i]) ? 1 : 0;
  });
  if (std::find(same.begin(), same.end(), 0) != same.end()) prepare();
  workers_.for_each(files.size(), [&](std::size_t i) {
    OutputFile& file = files[i];
    if (same[i] == 0) put(file);
    file.copy_of = file_in(same[i] == 0 ? place_.staging : place_.output, file.path);
    std::string().swap(file.bytes);
  });
  for (const OutputFile& file : files) paths_.push_back(file.path);
  same_.insert(same_.end(), same.begin(), same.end());
  bytes_ = std::accumulate(sizes.begin(), sizes.end(), bytes_);
}

Published Publication::finish() {
  OutputFile mark{std::string(mark_name), std::string(mark_text), {}};
  add({&mark, 1});
  const auto written = static_cast<std::size_t>(std::count(same_.begin(), same_.end(), 0));
  const std::vector<std::string> strangers = find_strangers();
  if (written > 0 || !strangers.empty()) {
    prepare();
    link_what_stays(strangers);
    put_in_place(place_, exchange_);
    keep_spare(strangers);
  }
  return {written, bytes_, std::move(paths_)};
}

// What lies in the old site and is not of the new one.
std::vector<std::string> Publication::find_strangers() const {
  const std::unordered_set<std::string_view> known(paths_.begin(), paths_.end());
  std::vector<std::string> strangers;
  for (WalkedEntry& entry : walk(place_.output, workers_)) {
    if (!entry.folder && !known.contains(entry.path)) strangers.push_back(std::move(entry.path));
  }
  return strangers;
}

void Publication::prepare() {
  if (prepared_) return;
  reused_ = fs::exists(place_.spare);
  if (reused_) {
    fs::rename(place_.spare, place_.staging);
  } else {
    fs::create_directory(place_.staging);
  }
  prepared_ = true;
}

void Publication::put(const OutputFile& file) const {
  if (reused_) clear_way(place_.staging, file.path);
  put_file(place_.staging, file);
}

void Publication::link_what_stays(const std::vector<std::string>& strangers) {
  if (reused_) remove_files(place_.staging, strangers);
  workers_.for_each(paths_.size(), [&](std::size_t i) {
    if (same_[i] == 0) return;
    const std::string& path = paths_[i];
    if (reused_) {
      if (is_same_file(file_in(place_.staging, path), file_in(place_.output, path))) return;
      clear_way(place_.staging, path);
    }
    put_link(place_.staging, place_.output, path);
  });
}

// What the old site has in common with the new one serves the next publication; nothing else of it
// may live on. Once the new site is in place nothing can make the publication fail: what cannot be
// kept is deleted, or left to the next run, which clears it.
void Publication::keep_spare(const std::vector<std::string>& strangers) noexcept {
  std::error_code ignored;
  if (fs::exists(place_.previous, ignored)) {
    fs::rename(place_.previous, place_.staging, ignored);
  }
  if (!fs::exists(place_.staging, ignored)) return;
  try {
    std::vector<std::string> different = strangers;
    for (std::size_t i = 0; i < paths_.size(); ++i) {
      if (same_[i] == 0) different.push_back(paths_[i]);
    }
    remove_files(place_.staging, different);
    fs::rename(place_.staging, place_.spare);
  } catch (const std::exception&) {
    fs::remove_all(place_.staging, ignored);
  }
}

}  // namespace pes
