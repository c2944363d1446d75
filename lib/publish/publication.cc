#include "publish/publication.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <set>
#include <string_view>
#include <system_error>

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

class Descriptor {
 public:
  Descriptor(const fs::path& path, int flags, mode_t mode = 0)
      : path_(path), fd_(::open(path.c_str(), flags | O_CLOEXEC, mode)) {
    if (fd_ < 0) fail(path);
  }
  ~Descriptor() {
    if (fd_ >= 0) ::close(fd_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;

  [[nodiscard]] int get() const { return fd_; }

  void write(std::string_view bytes) const {
    while (!bytes.empty()) {
      const ssize_t written = ::write(fd_, bytes.data(), bytes.size());
      if (written < 0) fail(path_);
      bytes.remove_prefix(static_cast<std::size_t>(written));
    }
  }

  // Some file systems report a full disk only here.
  void close() {
    const int fd = fd_;
    fd_ = -1;
    if (::close(fd) != 0) fail(path_);
  }

 private:
  const fs::path& path_;
  int fd_;
};

void write_file(const fs::path& path, std::string_view bytes) {
  Descriptor file(path, O_WRONLY | O_CREAT | O_EXCL, 0666);
  file.write(bytes);
  file.close();
}

// The folders beside the output that a publication uses.
struct Workplace {
  fs::path output;
  fs::path staging;
  fs::path previous;

  explicit Workplace(const fs::path& wanted) : output(fs::weakly_canonical(wanted)) {
    if (output.filename().empty()) output = output.parent_path();
    const std::string name = "." + output.filename().string();
    staging = output.parent_path() / (name + ".pes-staging");
    previous = output.parent_path() / (name + ".pes-previous");
  }

  // A killed run leaves its staging folder, and in the two-step exchange perhaps no site at all.
  void recover() const {
    if (!fs::exists(output) && fs::exists(previous)) fs::rename(previous, output);
    fs::remove_all(staging);
    fs::remove_all(previous);
  }
};

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
    const std::string copied = file.copy_of.empty() ? std::string() : read_bytes(file.copy_of);
    const std::string& content = file.copy_of.empty() ? file.bytes : copied;
    write_file(folder / file.path, content);
    bytes += content.size();
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
  if (exchange == Exchange::atomic && exchange_in_one_step(place)) {
    fs::remove_all(place.staging);
    return;
  }
  fs::rename(place.output, place.previous);
  fs::rename(place.staging, place.output);
  fs::remove_all(place.previous);
}

}  // namespace

Refusal check_output(const fs::path& output, const fs::path& root,
                     const std::vector<fs::path>& sources) {
  const fs::path target = Workplace(output).output;
  if (lies_in(fs::weakly_canonical(root), target)) return Refusal::overlaps_source;
  for (const fs::path& source : sources) {
    const fs::path folder = fs::weakly_canonical(source);
    if (lies_in(target, folder) || lies_in(folder, target)) return Refusal::overlaps_source;
  }
  if (!fs::exists(target)) return Refusal::none;
  if (!fs::is_directory(target)) return Refusal::not_a_folder;
  const bool ours = fs::is_empty(target) || fs::exists(target / mark_name);
  return ours ? Refusal::none : Refusal::not_ours;
}

std::size_t publish(const fs::path& output, const std::vector<OutputFile>& files, Exchange exchange,
                    const std::function<void(std::size_t)>& progress) {
  const Workplace place(output);
  const fs::path parent = place.output.parent_path();
  fs::create_directories(parent);
  const Descriptor lock(parent, O_RDONLY | O_DIRECTORY);
  if (::flock(lock.get(), LOCK_EX) != 0) fail(parent);
  place.recover();
  std::size_t bytes = 0;
  try {
    bytes = write_all(place.staging, files, progress);
    put_in_place(place, exchange);
  } catch (...) {
    std::error_code ignored;  // the first failure is the one to tell
    fs::remove_all(place.staging, ignored);
    throw;
  }
  return bytes;
}

}  // namespace pes
