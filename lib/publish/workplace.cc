#include "publish/workplace.h"

#include <algorithm>

#include "records/files.h"

namespace pes {

namespace fs = std::filesystem;

namespace {

// Without links and `..`, whether it exists or not.
fs::path resolved(const fs::path& path) { return fs::weakly_canonical(fs::absolute(path)); }

bool lies_in(const fs::path& inner, const fs::path& outer) {
  const auto [end, rest] = std::mismatch(outer.begin(), outer.end(), inner.begin(), inner.end());
  return end == outer.end();
}

}  // namespace

Workplace::Workplace(const fs::path& wanted) : output(resolved(wanted)) {
  if (output.filename().empty()) output = output.parent_path();
  const fs::path parent = output.parent_path();
  const std::string name = "." + output.filename().string();
  staging = parent / (name + ".pes-staging");
  spare = parent / (name + ".pes-spare");
  previous = parent / (name + ".pes-previous");
  images = parent / (name + ".pes-images");
  state = parent / (name + ".pes-state");
}

bool Workplace::is_settled() const { return !fs::exists(staging) && !fs::exists(previous); }

void Workplace::recover() const {
  if (!fs::exists(output) && fs::exists(previous)) fs::rename(previous, output);
  fs::remove_all(staging);
  fs::remove_all(previous);
}

bool Workplace::is_replaceable() const {
  if (!fs::exists(output) || fs::is_empty(output)) return true;
  const fs::path mark = output / mark_name;
  return fs::is_regular_file(fs::symlink_status(mark)) && fs::file_size(mark) == mark_text.size() &&
         read_bytes(mark) == mark_text;
}

Refusal check_output(const fs::path& output, const fs::path& root,
                     const std::vector<fs::path>& sources) {
  const Workplace place(output);
  if (lies_in(resolved(root), place.output)) return Refusal::overlaps_source;
  for (const fs::path& source : sources) {
    const fs::path folder = resolved(source);
    if (lies_in(place.output, folder) || lies_in(folder, place.output)) {
      return Refusal::overlaps_source;
    }
  }
  if (!fs::exists(place.output)) return Refusal::none;
  if (!fs::is_directory(place.output)) return Refusal::not_a_folder;
  return place.is_replaceable() ? Refusal::none : Refusal::not_ours;
}

}  // namespace pes
