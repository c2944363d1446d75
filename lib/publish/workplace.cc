#include "publish/workplace.h"

#include <algorithm>

#include "disk/paths.h"

namespace pes {

namespace fs = std::filesystem;

namespace {

bool lies_in(const fs::path& inner, const fs::path& outer) {
  const auto [end, rest] = std::mismatch(outer.begin(), outer.end(), inner.begin(), inner.end());
  return end == outer.end();
}

}  // namespace

Workplace::Workplace(const fs::path& wanted) : output(resolved(wanted)) {
  if (output.filename().empty()) output = output.parent_path();
  parent = output.parent_path();
  name = output.filename().string();
  staging = "." + name + ".pes-staging";
  spare = "." + name + ".pes-spare";
  previous = "." + name + ".pes-previous";
  images = "." + name + ".pes-images";
  state = "." + name + ".pes-state";
  day = "." + name + ".pes-jour";
  former = "." + name + ".pes-anterieur";
}

bool Workplace::is_settled() const {
  const auto folder = Folder::at(parent);
  return !folder || (!folder->status(staging) && !folder->status(previous));
}

void Workplace::recover(const Folder& folder) const {
  if (!folder.status(name) && folder.find(previous)) folder.rename(previous, name);
  folder.remove(staging);
  folder.remove(previous);
}

bool Workplace::is_replaceable(const Folder& folder) const {
  if (!folder.status(name)) return true;
  const auto site = folder.find(name);
  if (!site) return false;
  if (site->list().empty()) return true;
  const auto mark = site->read(mark_name);
  std::string text(mark_text.size() + 1, '\0');
  return mark && mark->read(text) == mark_text;
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
  if (!is_there(place.parent)) return Refusal::none;
  const auto folder = Folder::at(place.parent);
  if (!folder) return Refusal::not_a_folder;
  const auto state = folder->status(place.state);
  if (state && is_folder(*state)) return Refusal::state_not_a_file;
  const auto there = folder->status(place.name);
  if (!there) return Refusal::none;
  if (!is_folder(*there)) return Refusal::not_a_folder;
  if (folder->is_mount_point(place.name)) return Refusal::mount_point;
  return place.is_replaceable(*folder) ? Refusal::none : Refusal::not_ours;
}

}  // namespace pes
