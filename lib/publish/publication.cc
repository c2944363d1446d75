#include "publish/publication.h"

#include <algorithm>
#include <cerrno>
#include <system_error>

#include "disk/paths.h"
#include "disk/walk.h"

namespace pes {

namespace fs = std::filesystem;

namespace {

// Until a folder is the site it is nobody else's business.
constexpr mode_t private_mode = 0700;

fs::path made_parent(const Workplace& place) {
  make_folders(place.parent);
  return place.parent;
}

void put_in_place(const Folder& parent, const Workplace& place, Exchange exchange) {
  if (!parent.status(place.name)) {
    parent.rename(place.staging, place.name);
    return;
  }
  if (exchange == Exchange::atomic && parent.exchange(place.staging, place.name)) return;
  parent.rename(place.name, place.previous);
  try {
    parent.rename(place.staging, place.name);
  } catch (const std::system_error&) {
    parent.rename(place.previous, place.name);
    throw;
  }
}

}  // namespace

Publication::Publication(const fs::path& output, Exchange exchange, const Workers& workers)
    : place_(output), exchange_(exchange), workers_(workers), parent_(made_parent(place_)) {
  parent_.lock();
  place_.recover(parent_);
  if (!place_.is_replaceable(parent_)) {
    throw std::system_error(ENOTEMPTY, std::generic_category(), place_.output.string());
  }
  old_ = parent_.find(place_.name);
}

Publication::~Publication() {
  if (!staging_) return;
  try {
    parent_.remove(place_.staging);
  } catch (const std::exception&) {  // NOLINT(bugprone-empty-catch)
    // The next run clears it.
  }
}

void Publication::add(std::span<OutputFile> files) {
  const std::size_t first = planned_.size();
  planned_.resize(first + files.size());
  const std::span<PlannedFile> planned = std::span(planned_).subspan(first);
  workers_.for_each(files.size(), [&](std::size_t i) {
    planned[i] = plan_file(files[i]);
    planned[i].same = old_ && has_file(*old_, planned[i]);
  });
  const auto is_same = [](const PlannedFile& file) { return file.same; };
  if (!std::all_of(planned.begin(), planned.end(), is_same)) prepare();
  workers_.for_each(files.size(), [&](std::size_t i) {
    if (!planned[i].same) put(files[i], planned[i]);
    files[i].copy_of = (planned[i].same ? *old_ : *staging_).path_of(files[i].path);
    std::string().swap(files[i].bytes);
  });
}

Published Publication::finish() {
  OutputFile mark{std::string(mark_name), std::string(mark_text), {}};
  add({&mark, 1});
  const PlannedTree tree(planned_);
  Published made;
  for (const PlannedFile& file : planned_) {
    made.written += file.same ? 0 : 1;
    made.bytes += file.size;
    ++made.files;
  }
  if (made.written == 0 && tree.strangers_in(*old_, workers_).empty()) {
    if (const auto spare = parent_.find(place_.spare)) {
      clean_spare(*spare);
    } else {
      parent_.remove(place_.spare);
    }
    return made;
  }
  prepare();
  link_what_stays(tree);
  tree.verify(*staging_, workers_);
  staging_->set_mode(folder_mode);
  staging_->flush_disk();
  put_in_place(parent_, place_, exchange_);
  keep_spare(tree);
  return made;
}

void Publication::prepare() {
  if (staging_) return;
  const auto spare = parent_.find(place_.spare);
  reused_ = old_ && spare && spare->is_ours() && permissions(spare->status()) == private_mode;
  if (reused_) {
    parent_.rename(place_.spare, place_.staging);
  } else {
    parent_.remove(place_.spare);
  }
  staging_ = parent_.make(place_.staging, private_mode);
  if (reused_) clean_spare(*staging_);
}

// Of the spare only what it shares with the old site is of use: folders, and links to its files.
void Publication::clean_spare(const Folder& spare) const {
  for (const WalkedEntry& entry : walk(spare, workers_)) {
    const auto old = old_->status(entry.path);
    const bool folder = old && is_folder(*old) && is_folder(entry.status) &&
                        permissions(entry.status) == folder_mode;
    const bool file = old && is_file(*old) && old->st_ino == entry.status.st_ino &&
                      old->st_dev == entry.status.st_dev;
    if (!folder && !file) spare.remove(entry.path);
  }
}

void Publication::put(const OutputFile& file, const PlannedFile& planned) const {
  if (reused_) clear_way(*staging_, file.path);
  put_file(*staging_, file, planned);
}

void Publication::link_what_stays(const PlannedTree& tree) const {
  if (reused_) {
    for (const std::string& path : tree.strangers_in(*staging_, workers_)) staging_->remove(path);
  }
  workers_.for_each(planned_.size(), [&](std::size_t i) {
    const PlannedFile& file = planned_[i];
    if (!file.same || (reused_ && is_same_file(*staging_, *old_, file.path))) return;
    if (reused_) clear_way(*staging_, file.path);
    put_link(*staging_, *old_, file);
  });
}

// What the old site has in common with the new one serves the next publication; nothing else of it
// may live on. Once the new site is in place nothing can make the publication fail: what cannot be
// kept is deleted, or left to the next run, which clears it.
void Publication::keep_spare(const PlannedTree& tree) noexcept {
  staging_.reset();
  try {
    parent_.flush();
    if (parent_.status(place_.previous)) parent_.rename(place_.previous, place_.staging);
    if (!old_) return;
    for (const std::string& path : tree.strangers_in(*old_, workers_)) old_->remove(path);
    for (const PlannedFile& file : planned_) {
      if (file.same) continue;
      old_->remove(file.path);
      std::string_view around = file.path;
      for (std::size_t slash = around.rfind('/'); slash != std::string_view::npos;
           slash = around.rfind('/')) {
        around = around.substr(0, slash);
        if (!old_->remove_empty(around)) break;
      }
    }
    old_->set_mode(private_mode);
    parent_.rename(place_.staging, place_.spare);
  } catch (const std::exception&) {
    try {
      parent_.remove(place_.staging);
      parent_.remove(place_.previous);
    } catch (const std::exception&) {  // NOLINT(bugprone-empty-catch)
      // The next run clears it.
    }
  }
}

}  // namespace pes
