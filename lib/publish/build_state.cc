#include "publish/build_state.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <charconv>
#include <vector>

#include "publish/file_walk.h"
#include "publish/workplace.h"
#include "records/descriptor.h"
#include "records/files.h"
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

}  // namespace

std::string digest_of_sources(std::span<const fs::path> folders, std::string_view circumstances,
                              const Workers& workers) {
  std::vector<fs::path> paths;
  for (const fs::path& folder : folders) {
    for (const WalkedEntry& entry : walk(folder, workers)) paths.push_back(folder / entry.path);
  }
  std::vector<std::string> digests(paths.size());
  workers.for_each(paths.size(), [&](std::size_t i) {
    const fs::file_status status = fs::symlink_status(paths[i]);
    const bool file = fs::is_regular_file(status);
    digests[i] = fmt::format("{} {} {}", paths[i].native(), static_cast<int>(status.type()),
                             file ? quick_digest(read_bytes(paths[i])) : "");
  });
  digests.emplace_back(circumstances);
  return quick_digest(join(digests));
}

std::string digest_of_output(const fs::path& folder, const Workers& workers) {
  std::vector<std::string> paths;
  for (WalkedEntry& entry : walk(folder, workers)) {
    if (!entry.folder) paths.push_back(std::move(entry.path));
  }
  return digest_of_output(folder, std::move(paths), workers);
}

std::string digest_of_output(const fs::path& folder, std::vector<std::string> paths,
                             const Workers& workers) {
  std::sort(paths.begin(), paths.end());
  workers.for_each(paths.size(), [&](std::size_t i) {
    struct stat status {};
    if (::lstat((folder / paths[i]).c_str(), &status) != 0) return;
    paths[i] = fmt::format("{} {} {} {}.{}", paths[i], status.st_mode, status.st_size,
                           status.st_mtim.tv_sec, status.st_mtim.tv_nsec);
  });
  return quick_digest(join(paths));
}

std::optional<BuildState> read_build_state(const fs::path& output) {
  const fs::path file = Workplace(output).state;
  if (!fs::is_regular_file(fs::symlink_status(file))) return std::nullopt;
  const auto whole = split(read_bytes(file));
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
  const fs::path file = Workplace(output).state;
  const fs::path fresh = file.native() + ".new";
  // The summary names the files of records that are withheld: nobody else's business.
  Descriptor made(fresh, O_WRONLY | O_CREAT | O_TRUNC, 0600);
  made.write(join(std::vector<std::string>{quick_digest(parts), parts}));
  made.close();
  fs::rename(fresh, file);
}

}  // namespace pes
