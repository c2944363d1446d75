#include "publish/publication.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <set>
#include <string_view>
#include <system_error>

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

void write_file(const fs::path& path, std::string_view bytes) {
  Descriptor file(path, O_WRONLY | O_CREAT | O_EXCL, 0666);
  file.write(bytes);
  file.close();
}

// Piece by piece: documents may be larger than the memory.
std::size_t copy_bytes(const fs::path& from, const fs::path& to) {
  const Descriptor source(from, O_RDONLY);
  Descriptor file(to, O_WRONLY | O_CREAT | O_EXCL, 0666);
  std::string piece(std::size_t{1} << 20U, '\0');
  std::size_t bytes = 0;
  for (;;) {
    const ssize_t got = ::read(source.get(), piece.data(), piece.size());
    if (got < 0) fail(from);
    if (got == 0) break;
    file.write(std::string_view(piece).substr(0, static_cast<std::size_t>(got)));
    bytes += static_cast<std::size_t>(got);
  }
  file.close();
  return bytes;
}

// Without links and `..`, whether it exists or not.
fs::path resolved(const fs::path& path) { return fs::weakly_canonical(fs::absolute(path)); }

// The folders beside the output that a publication uses.
struct Workplace {
  fs::path output;
  fs::path staging;
  fs::path previous;
  fs::path images;

  explicit Workplace(const fs::path& wanted) : output(resolved(wanted)) {
    if (output.filename().empty()) output = output.parent_path();
    const std::string name = "." + output.filename().string();
    staging = output.parent_path() / (name + ".pes-staging");
    previous = output.parent_path() / (name + ".pes-previous");
    images = output.parent_path() / (name + ".pes-images");
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

std::size_t write_all(const fs::path& folder, const std::vector<OutputFile>& files,
                      const std::function<void(std::size_t)>& progress) {
  std::size_t bytes = 0;
  std::set<std::string> made;
  fs::create_directory(folder);
  write_file(folder / mark_name, mark_text);
  std::size_t count = 0;
  for (const OutputFile& file : files) {
    const std::size_t slash = file.path.rfind('/');
    if (slash != std::string::npos && made.insert(file.path.substr(0, slash)).second) {
      fs::create_directories(folder / file.path.substr(0, slash));
    }
    if (file.copy_of.empty()) {
      write_file(folder / file.path, file.bytes);
      bytes += file.bytes.size();
    } else {
      bytes += copy_bytes(file.copy_of, folder / file.path);
    }
    if (progress) progress(++count);
  }
  return bytes;
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

// Once the new site is in place nothing can make the publication fail; the next run clears the
// rest.
void clear(const Workplace& place) {
  std::error_code ignored;
  fs::remove_all(place.staging, ignored);
  fs::remove_all(place.previous, ignored);
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

std::size_t publish(const fs::path& output, const std::vector<OutputFile>& files, Exchange exchange,
                    const std::function<void(std::size_t)>& progress) {
  const Workplace place(output);
  const fs::path parent = place.output.parent_path();
  fs::create_directories(parent);
  const Descriptor lock(parent, O_RDONLY | O_DIRECTORY);
  if (::flock(lock.get(), LOCK_EX) != 0) fail(parent);
  place.recover();
  if (!is_replaceable(place.output))
    throw std::system_error(ENOTEMPTY, std::generic_category(), place.output.string());
  std::size_t bytes = 0;
  try {
    bytes = write_all(place.staging, files, progress);
    put_in_place(place, exchange);
  } catch (...) {
    clear(place);
    throw;
  }
  clear(place);
  return bytes;
}

}  // namespace pes
