#include "publish/build_state.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <vector>

#include "disk/draft.h"
#include "disk/paths.h"
#include "disk/walk.h"
#include "publish/workplace.h"
#include "text/digest.h"

namespace pes {

namespace fs = std::filesystem;

namespace {

// Texts one after the other, so that no two lists look the same.
std::string join(std::span<const std::string> texts) {
  std::string out;
  for (const std::string& text : texts) out += fmt::format("{} {}\n", text.size(), text);
  return out;
}

std::optional<std::vector<std::string>> split(std::string_view joined) {
  std::vector<std::string> texts;
  while (!joined.empty()) {
    std::size_t size = 0;
    const auto [end, error] = std::from_chars(joined.data(), joined.data() + joined.size(), size);
    joined.remove_prefix(static_cast<std::size_t>(end - joined.data()));
    const bool whole = error == std::errc() && joined.size() >= 2 && joined.size() - 2 >= size &&
                       joined.front() == ' ' && joined[size + 1] == '\n';
    if (!whole) return std::nullopt;
    texts.emplace_back(joined.substr(1, size));
    joined.remove_prefix(size + 2);
  }
  return texts;
}

// What a file is known by without being read. Whoever writes to it can put its time of modification
// back, but not that of its last change.
std::string stamp_of(std::string_view path, const struct stat& status) {
  return fmt::format("{} {} {} {} {}.{}", path, status.st_mode, status.st_ino, status.st_size,
                     status.st_ctim.tv_sec, status.st_ctim.tv_nsec);
}

struct Source {
  std::string path;
  const Folder* folder = nullptr;
  WalkedEntry entry;
};

// Everything below some folders, those that are missing left out.
class Sources {
 public:
  Sources(std::span<const fs::path> paths, const Workers& workers) {
    for (const fs::path& path : paths) {
      if (auto folder = Folder::at(path)) folders_.push_back(std::move(*folder));
    }
    for (const Folder& folder : folders_) {
      for (WalkedEntry& entry : walk(folder, workers)) {
        all.push_back({folder.path_of(entry.path), &folder, std::move(entry)});
      }
    }
  }

  std::vector<Source> all;

  [[nodiscard]] std::string times() const {
    std::vector<std::string> times;
    for (const Source& source : all) times.push_back(stamp_of(source.path, source.entry.status));
    return quick_digest(join(times));
  }

 private:
  std::vector<Folder> folders_;
};

std::string digest_of(const Source& source) {
  const mode_t type = source.entry.status.st_mode & S_IFMT;
  const auto file = source.folder->read(source.entry.path);
  const Fingerprint bytes = file ? file->look_through().bytes : Fingerprint{};
  return fmt::format("{} {} {:x} {:x}", source.path, type, bytes.high, bytes.low);
}

// A folder changes its time with whatever is done in it.
std::string describe(const WalkedEntry& entry) {
  if (is_folder(entry.status)) return fmt::format("{} {}", entry.path, entry.status.st_mode);
  return stamp_of(entry.path, entry.status);
}

std::optional<std::string> read_whole(const fs::path& parent, const std::string& name) {
  const auto folder = Folder::at(parent);
  const auto file = folder ? folder->read(name) : std::nullopt;
  if (!file) return std::nullopt;
  return file->read_all();
}

}  // namespace

SourceDigest digest_of_sources(std::span<const fs::path> folders, std::string_view circumstances,
                               const Workers& workers) {
  const Sources sources(folders, workers);
  std::vector<std::string> digests(sources.all.size());
  workers.for_each(digests.size(), [&](std::size_t i) { digests[i] = digest_of(sources.all[i]); });
  digests.emplace_back(circumstances);
  return {quick_digest(join(digests)), sources.times()};
}

std::string times_of_sources(std::span<const fs::path> folders, const Workers& workers) {
  return Sources(folders, workers).times();
}

std::string digest_of_output(const fs::path& folder, const Workers& workers) {
  if (is_link(folder)) return "link";
  const auto there = Folder::at(folder);
  if (!there) return {};
  std::vector<std::string> entries;
  for (const WalkedEntry& entry : walk(*there, workers)) {
    entries.push_back(describe(entry));
  }
  return quick_digest(join(entries));
}

std::optional<BuildState> read_build_state(const fs::path& output) {
  const Workplace place(output);
  const auto bytes = read_whole(place.parent, place.state);
  const auto whole = bytes ? split(*bytes) : std::nullopt;
  if (!whole || whole->size() != 2 || quick_digest(whole->at(1)) != whole->at(0)) {
    return std::nullopt;
  }
  const auto parts = split(whole->at(1));
  if (!parts || parts->size() != 4) return std::nullopt;
  return BuildState{parts->at(0), parts->at(1), parts->at(2), parts->at(3)};
}

void write_build_state(const fs::path& output, const BuildState& state) {
  const std::string parts =
      join(std::vector<std::string>{state.made_from, state.output, state.report, state.summary});
  const Workplace place(output);
  const Folder folder(place.parent);
  Draft draft(folder, place.state + ".new", 0600);
  draft.file().write(join(std::vector<std::string>{quick_digest(parts), parts}));
  draft.replace(place.state);
}

void remove_build_state(const fs::path& output) {
  const Workplace place(output);
  Folder(place.parent).remove(place.state);
}

}  // namespace pes
