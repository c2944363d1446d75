#include "publish/publication.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <string_view>
#include <system_error>

#include "publish/output_tree.h"
#include "records/descriptor.h"
#include "records/files.h"

namespace pes {

namespace fs = std::filesystem;

namespace {

// The file that says that a folder was made by pes and may be replaced.
constexpr std::string_view mark_name = ".pes";
constexpr std::string_view mark_text =
    "Dossier produit par pes : il est remplacé à chaque build.\n";

[[noreturn]] void fail(const fs::path& path) {
  throw std::system_error(errno, std::generic_category(), path.string());
}

// Without links and `..`, whether it exists or not.
fs::path resolved(const fs::path& path) { return fs::weakly_canonical(fs::absolute(path)); }

// The folders beside the output that a publication uses.
struct Workplace {
  fs::path output;
  fs::path staging;
  fs::path spare;
  fs::path previous;
  fs::path images;
  fs::path state;

  explicit Workplace(const fs::path& wanted) : output(resolved(wanted)) {
    if (output.filename().empty()) output = output.parent_path();
    const fs::path parent = output.parent_path();
    const std::string name = "." + output.filename().string();
    staging = parent / (name + ".pes-staging");
    spare = parent / (name + ".pes-spare");
    previous = parent / (name + ".pes-previous");
    images = parent / (name + ".pes-images");
    state = parent / (name + ".pes-state");
  }

  // A killed run leaves its staging folder, and in the two-step exchange perhaps no site at all.
  void recover() const {
    if (!fs::exists(output) && fs::exists(previous)) fs::rename(previous, output);
    fs::remove_all(staging);
    fs::remove_all(previous);
  }
};

bool is_replaceable(const fs::path& folder) {
  if (!fs::exists(folder) || fs::is_empty(folder)) return true;
  const fs::path mark = folder / mark_name;
  return fs::is_regular_file(fs::symlink_status(mark)) && fs::file_size(mark) == mark_text.size() &&
         read_bytes(mark) == mark_text;
}

bool lies_in(const fs::path& inner, const fs::path& outer) {
  const auto [end, rest] = std::mismatch(outer.begin(), outer.end(), inner.begin(), inner.end());
  return end == outer.end();
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

// What the old site has in common with the new one serves the next publication; nothing else of it
// may live on. Once the new site is in place nothing can make the publication fail: what cannot be
// kept is left to the next run, which clears it.
void keep_spare(const Workplace& place, const std::vector<OutputFile>& files,
                const TreeComparison& old) {
  std::error_code ignored;
  if (fs::exists(place.previous, ignored)) fs::rename(place.previous, place.staging, ignored);
  if (!fs::exists(place.staging, ignored)) return;
  try {
    remove_different(place.staging, files, old);
    fs::rename(place.staging, place.spare);
  } catch (const std::system_error&) {
    fs::remove_all(place.staging, ignored);
  }
}

}  // namespace

Refusal check_output(const fs::path& output, const fs::path& root,
                     const std::vector<fs::path>& sources) {
  const fs::path target = Workplace(output).output;
  if (lies_in(resolved(root), target)) return Refusal::overlaps_source;
  for (const fs::path& source : sources) {
    const fs::path folder = resolved(source);
    if (lies_in(target, folder) || lies_in(folder, target)) return Refusal::overlaps_source;
  }
  if (!fs::exists(target)) return Refusal::none;
  if (!fs::is_directory(target)) return Refusal::not_a_folder;
  return is_replaceable(target) ? Refusal::none : Refusal::not_ours;
}

fs::path image_cache_of(const fs::path& output) { return Workplace(output).images; }

fs::path build_state_of(const fs::path& output) { return Workplace(output).state; }

bool is_settled(const fs::path& output) {
  const Workplace place(output);
  return !fs::exists(place.staging) && !fs::exists(place.previous);
}

Published publish(const fs::path& output, std::vector<OutputFile> files, Exchange exchange,
                  const Workers& workers) {
  const Workplace place(output);
  const fs::path parent = place.output.parent_path();
  fs::create_directories(parent);
  const Descriptor lock(parent, O_RDONLY | O_DIRECTORY);
  if (::flock(lock.get(), LOCK_EX) != 0) fail(parent);
  place.recover();
  if (!is_replaceable(place.output)) {
    throw std::system_error(ENOTEMPTY, std::generic_category(), place.output.string());
  }
  files.push_back({std::string(mark_name), std::string(mark_text), {}});
  const TreeComparison old = compare_tree(place.output, files, workers);
  const auto written = static_cast<std::size_t>(std::count(old.same.begin(), old.same.end(), 0));
  Published made{written, old.bytes};
  for (const OutputFile& file : files) made.paths.push_back(file.path);
  if (old.different() == 0) return made;
  try {
    if (fs::exists(place.spare)) fs::rename(place.spare, place.staging);
    update_tree(place.staging, place.output, files, old, workers);
    put_in_place(place, exchange);
  } catch (...) {
    std::error_code ignored;
    fs::remove_all(place.staging, ignored);
    throw;
  }
  keep_spare(place, files, old);
  return made;
}

}  // namespace pes
